#include "gateway/tlsbackend.h"

#include <QSslSocket>
#include <QString>

namespace Sigen {

using namespace Qt::Literals::StringLiterals;

void doWithoutTls()
{
    // Reads certificates and nothing else; where a Qt was built without it, all stays as it is.
    QSslSocket::setActiveBackend(u"cert-only"_s);
}

void loadTls()
{
    QSslSocket::supportsSsl();
}

} // namespace Sigen
