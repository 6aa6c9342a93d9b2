// The output of --json: one object a line on standard output, as the command-line contract has them.
#pragma once

#include "cli/output.h"

namespace Sigen {

class JsonOutput final : public Output
{
public:
    using Output::Output;

    void step(const Step &step) override;
    void check(const CheckReport &check) override;
    void progress(int done, int total, const QString &sentence) override;
    void line(const QString &, Look) override { }
    void object(const JsonLine &object) override;

private:
    void result(const ResultReport &report, int exitCode) override;
};

} // namespace Sigen
