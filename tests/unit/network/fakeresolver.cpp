#include "fakeresolver.h"

#include <QtGlobal>

#ifdef Q_OS_LINUX

#include <arpa/inet.h>
#include <netdb.h>

#include <condition_variable>
#include <cstdlib>
#include <cstring>
#include <map>
#include <mutex>
#include <string>
#include <vector>

namespace {

std::mutex mutex;
std::condition_variable released;
bool isReleased = false;

const std::map<std::string, std::vector<const char *>> &table()
{
    static const std::map<std::string, std::vector<const char *>> names{
        {"many.test", {"fd00::7", "::ffff:192.168.7.3", "8.8.8.8", "192.168.7.2", "192.168.7.2"}},
        {"public.test", {"8.8.8.8", "2001:db8::1"}},
        {"useless.test", {"0.0.0.0"}},
        {"slow.test", {"127.0.0.9"}},
    };
    return names;
}

/// One block, as freeaddrinfo() expects it.
addrinfo *entry(const char *text)
{
    const bool isIpv6 = std::strchr(text, ':') != nullptr;
    auto *const info = static_cast<addrinfo *>(std::calloc(1, sizeof(addrinfo) + sizeof(sockaddr_in6)));
    info->ai_addr = reinterpret_cast<sockaddr *>(info + 1);
    info->ai_family = isIpv6 ? AF_INET6 : AF_INET;
    info->ai_socktype = SOCK_STREAM;
    info->ai_addrlen = isIpv6 ? sizeof(sockaddr_in6) : sizeof(sockaddr_in);
    info->ai_addr->sa_family = static_cast<sa_family_t>(info->ai_family);
    if (isIpv6)
        inet_pton(AF_INET6, text, &reinterpret_cast<sockaddr_in6 *>(info->ai_addr)->sin6_addr);
    else
        inet_pton(AF_INET, text, &reinterpret_cast<sockaddr_in *>(info->ai_addr)->sin_addr);
    return info;
}

} // namespace

extern "C" int getaddrinfo(const char *name, const char *, const addrinfo *, addrinfo **result)
{
    const auto found = table().find(name ? name : "");
    if (found == table().end())
        return EAI_NONAME;
    if (found->first == "slow.test") {
        std::unique_lock lock(mutex);
        released.wait(lock, [] { return isReleased; });
    }
    addrinfo **next = result;
    for (const char *address : found->second) {
        *next = entry(address);
        next = &(*next)->ai_next;
    }
    return 0;
}

bool Sigen::Test::resolverIsFake()
{
    return true;
}

void Sigen::Test::releaseSlowNames()
{
    const std::lock_guard lock(mutex);
    isReleased = true;
    released.notify_all();
}

#else

bool Sigen::Test::resolverIsFake()
{
    return false;
}

void Sigen::Test::releaseSlowNames() { }

#endif
