// Looks for a secret, whole or broken off, in what a program has written: plain, JSON-escaped (once or more
// often, every character or the unusual ones), percent-encoded, in hex with or without separators, in base64.
#pragma once

#include <QString>
#include <QStringList>

namespace Sigen::Test {

class SecretFinder
{
public:
    explicit SecretFinder(const QString &output);

    /// The spelling in which a part of \a secret occurs; empty: in none. Parts are the first, the last and
    /// the middle twelve characters.
    QString spellingOf(const QString &secret) const;

private:
    QString m_output;
    QString m_flat; ///< lower case, without backslashes
    QString m_packed; ///< m_flat without blanks, colons and dashes
};

} // namespace Sigen::Test
