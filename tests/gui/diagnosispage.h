// What the tests of the diagnosis in the window share: a page, its tab, and the reports that are saved there.
#pragma once

#include "guitesting.h"

#include "ui/models/layerrows.h"
#include "ui/panel/gatewayview.h"

#include <QMap>
#include <QObject>

#include <memory>

namespace Sigen::Test {

class DiagnosisPage : public QObject
{
protected:
    static constexpr int patience = 60000; ///< ms
    static inline const QString serial{QStringLiteral("110A1234567890")};
    static inline const QString mac{QStringLiteral("0c:47:a9:91:22:33")};

    /// Its diagnosis leaves the link out.
    void open(bool enabled, const QStringList &faults = {}, bool signsIn = true);
    void close();

    GatewayPage &page() { return *m_world->book().current(); }
    DiagnosisController &diagnosis() { return page().diagnosis; }
    GatewayView &view() { return *m_world->window().findChild<GatewayView *>(); }

    void show() { view().showDiagnosis(); }
    void run(); ///< by its button, to the end
    QStringList shown(const QString &name); ///< texts of the labels with this name
    QString marks(); ///< "✓✓–✗", a character a row

    QString fileName(const QString &name) const; ///< where a test may write
    static QByteArray contentOf(const QString &path);
    /// What a reader of the PDF finds by searching; empty where nothing is installed that could tell.
    static QString textOfPdf(const QString &path);
    /// The report in each form, with its text.
    QMap<QString, QString> reports();
    QStringList secrets() const;
    /// Neither secrets nor serial number nor MAC address.
    void nothingGotOut(const QMap<QString, QString> &texts);

    std::unique_ptr<GatewaySimulator> m_gateway;
    std::unique_ptr<WindowWorld> m_world;
};

} // namespace Sigen::Test
