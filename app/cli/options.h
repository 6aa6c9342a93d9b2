// A command's options as they were typed, judged one by one. The first thing that is wrong is kept as one
// sentence; after that the readers return what they can, so that a command reads like a plain list of its
// options and looks at problem() once at the end.
#pragma once

#include <QByteArray>
#include <QCommandLineParser>
#include <QHash>
#include <QString>
#include <QStringList>

#include <optional>

namespace Sigen {

class Options
{
public:
    /// \a parser has parsed; it must outlive this object.
    explicit Options(const QCommandLineParser &parser);

    /// What stands there without an option: one of the command's words.
    QString word() const { return m_parser.positionalArguments().value(0); }
    bool has(const QString &name) const { return m_parser.isSet(name); }

    /// What was given besides options.
    QStringList arguments() const { return m_parser.positionalArguments(); }

    /// Empty when it was not given; given twice is a problem.
    std::optional<QString> text(const QString &name);
    QStringList texts(const QString &name) const { return m_parser.values(name); }

    /// A whole number in decimal digits; anything else is a problem.
    std::optional<int> number(const QString &name, int minimum, int maximum);
    /// 1–65535, from 0 on with \a zeroAllowed.
    std::optional<quint16> port(const QString &name, bool zeroAllowed = false);

    /// Files that were read already, by path. After an interruption none is read any more: the command is
    /// made only to say that it was interrupted.
    void setReadAhead(const QHash<QString, QByteArray> &contents) { m_readAhead = contents; }
    void setInterrupted(bool interrupted) { m_interrupted = interrupted; }
    std::optional<QByteArray> readAhead(const QString &path) const;
    bool isInterrupted() const { return m_interrupted; }

    /// Keeps \a sentence unless there is a problem already.
    void reject(const QString &sentence);
    /// Empty when all is well.
    const QString &problem() const { return m_problem; }

private:
    const QCommandLineParser &m_parser;
    QHash<QString, QByteArray> m_readAhead;
    bool m_interrupted = false;
    QString m_problem;
};

/// Decimal digits only, no sign, no white space; empty when it is something else or out of range.
std::optional<int> wholeNumber(QStringView text, int minimum, int maximum);

} // namespace Sigen
