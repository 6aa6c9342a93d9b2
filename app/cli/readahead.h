// Reads the options' files that are devices or named pipes, before the command is made: who writes into them
// may take his time, and Ctrl-C does not wait for him.
#pragma once

#include "core/operation.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

#include <memory>

namespace Sigen {

class StreamInput;

struct ReadAheadFile
{
    QString path;
    qsizetype maximumSize = 0; ///< one byte more than this is read at most
    bool onlyFirstLine = false;
};

/// No deadline: a person may have to type what comes there. Errors: Cancelled.
class ReadAhead : public Operation
{
    Q_OBJECT

public:
    explicit ReadAhead(QList<ReadAheadFile> files, QObject *parent = nullptr);
    ~ReadAhead() override;

    /// By path; without those files whose reading can't wait, and those that can't be opened.
    const QHash<QString, QByteArray> &contents() const { return m_contents; }

protected:
    void run() override;
    void release() override;

private:
    void readNext();

    QList<ReadAheadFile> m_files;
    QHash<QString, QByteArray> m_contents;
    std::unique_ptr<StreamInput> m_input;
};

} // namespace Sigen
