#include "core/secret.h"

#include <utility>

namespace Sigen {

Secret::Secret(QString text)
    : m_text(std::move(text))
{ }

Secret::~Secret()
{
    if (m_text.isDetached())
        m_text.fill(QChar(u'\0'));
}

} // namespace Sigen
