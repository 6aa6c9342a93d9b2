// A capture that somebody recorded, or made up: whatever it is, the draft is a profile file, says what is
// open, and holds no password.
#include "capture/draft.h"
#include "capture/profilecheck.h"
#include "require.h"

using namespace Sigen;
using namespace Qt::Literals::StringLiterals;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray file(reinterpret_cast<const char *>(data), qsizetype(size));
    const auto read = readCapture(file);
    if (const auto *error = std::get_if<ProfileError>(&read)) {
        require(error->line >= 1 && error->line <= 1 + file.count('\n'), "the line is one of the file's");
        require(!error->reason.isEmpty(), "an error says why");
        return 0;
    }
    const Capture &capture = std::get<Capture>(read);
    ImportHints hints;
    hints.password = Secret(u"hunter2secret"_s);
    const Draft draft = makeDraft(capture, hints);
    require(!draft.json.contains("hunter2secret"), "no password in a draft");
    const ProfileOrError parsed = parseProfile(draft.json);
    const auto *profile = std::get_if<ProtocolProfile>(&parsed);
    if (draft.open.isEmpty())
        require(profile && profile->open.isEmpty(), "a complete draft is a profile");
    if (profile) {
        require(profile->open.isEmpty() == draft.open.isEmpty(), "what is open stands in the draft");
        checkProfile(*profile, capture);
    }
    return 0;
}
