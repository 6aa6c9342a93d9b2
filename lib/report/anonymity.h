// Takes out of texts what would tell strangers which plant a report is about. Pure.
#pragma once

#include "core/redaction.h"
#include "report/report.h"

#include <QRegularExpression>
#include <QString>
#include <QStringList>

namespace Sigen {

/// Routers and makers name hosts after serial numbers.
QStringList serialsInName(const QString &host);
/// Every serial number that may stand in a sentence of this report.
QStringList serialsIn(const Report &report);

/// A word that could be a serial number, or a MAC address without colons.
const QRegularExpression &serialLookalike();
/// Shortens all that \a pattern finds.
QString shortened(const QString &text, const QRegularExpression &pattern);

class Anonymity
{
public:
    /// Of these serial numbers, which may stand in any text; \a redactor knows the secrets and must outlive
    /// it.
    Anonymity(QStringList serials, const Redactor &redactor);

    /// Secrets are masked, serial numbers and MAC addresses shortened wherever they stand, control characters
    /// escaped; at most \a length characters.
    QString sentence(const QString &text, qsizetype length) const;
    /// The same for a frame: in its JSON also each string that could be one, since a gateway may tell some
    /// that nobody knows.
    QString frame(const QString &text, qsizetype length) const;
    /// Without shortening: for the owner.
    QString wholeSentence(const QString &text, qsizetype length) const;
    /// A Modbus frame's bytes, in which a serial number stands as text.
    QString hexDump(const QString &dump) const;

private:
    QString anonymous(QString text) const;

    const Redactor &m_redactor;
    Redactor m_serialBytes;
    QStringList m_serials;
};

} // namespace Sigen
