// Translation context of the command line's sentences.
#pragma once

#include <QCoreApplication>

namespace Sigen {

class CliText
{
    Q_DECLARE_TR_FUNCTIONS(Sigen::CliText)
};

} // namespace Sigen
