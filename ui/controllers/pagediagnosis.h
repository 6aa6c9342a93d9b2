// What a page gives to a diagnosis. What it takes from one is PageJobs::takeDiagnosis(). Pure.
#pragma once

#include "diagnosis/diagnosis.h"
#include "ui/controllers/pagesession.h"

namespace Sigen {

/// With the session's credentials while there is one; else with \a form, by which the gateway would be signed
/// in to, and without a password.
DiagnosisRequest diagnosisRequest(const Gateway &gateway, const PageSession &session, const SignInForm &form,
                                  const Timeouts &timeouts);

} // namespace Sigen
