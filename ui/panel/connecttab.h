// "Connect your system": the tools on the left, what the chosen one needs on the right, ready to copy or
// save.
#pragma once

#include <QWidget>

class QBoxLayout;
class QListView;
class QProgressBar;
class QPushButton;
class QVBoxLayout;

namespace Sigen {

class CodeBox;
class CopyButton;
class PlainLabel;
class SnippetsController;

class ConnectTab : public QWidget
{
    Q_OBJECT

public:
    /// \a snippets must outlive it.
    explicit ConnectTab(SnippetsController &snippets, QWidget *parent = nullptr);

    /// In its narrowest arrangement, whatever the present one is.
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void makeTools();
    void makeSnippet(QVBoxLayout *column);
    QBoxLayout *makeUnits();
    void retranslate();
    void refresh();
    void refreshProgress();
    void updateTool();
    void arrange();
    int leastToolWidth() const;
    int leastSnippetWidth() const;
    void save();

    SnippetsController &m_snippets;
    QListView *m_tools = nullptr;
    QBoxLayout *m_columns = nullptr; ///< tools and snippet: side by side, or one above the other when narrow
    QBoxLayout *m_head = nullptr; ///< headline and buttons, likewise
    PlainLabel *m_headline = nullptr;
    QPushButton *m_save = nullptr;
    CopyButton *m_copy = nullptr;
    PlainLabel *m_hint = nullptr;
    PlainLabel *m_note = nullptr;
    CodeBox *m_code = nullptr;
    PlainLabel *m_saved = nullptr; ///< how saving went
    QPushButton *m_findUnits = nullptr; ///< cancels while it runs
    PlainLabel *m_progressText = nullptr;
    QProgressBar *m_progress = nullptr;
};

} // namespace Sigen
