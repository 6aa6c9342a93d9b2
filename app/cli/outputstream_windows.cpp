#include "cli/outputstream.h"

#include <QFile>

#include <cstdio>

namespace Sigen {

OutputStream::OutputStream(StandardStream stream)
    : m_file(std::make_unique<QFile>())
{
    // Through the C library, which knows the console's code page.
    if (!m_file->open(stream == StandardStream::Output ? stdout : stderr,
                      QIODevice::WriteOnly | QIODevice::Unbuffered))
        m_failed = true;
}

OutputStream::OutputStream()
    : m_file(std::make_unique<QFile>())
{ }

OutputStream::~OutputStream() = default;

OutputStream::Opened OutputStream::open(const QString &path)
{
    constexpr QFileDevice::Permissions ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
    m_file->setFileName(path);
    m_failed = !m_file->open(QIODevice::WriteOnly | QIODevice::Truncate | QIODevice::Unbuffered, ownerOnly);
    return m_failed ? Opened::No : Opened::Yes;
}

bool OutputStream::write(const QByteArray &bytes)
{
    m_failed = m_failed || m_file->write(bytes) != bytes.size() || !m_file->flush();
    return !m_failed;
}

QString OutputStream::reason() const
{
    return m_file->errorString();
}

} // namespace Sigen
