#include "time/clock.h"

#include <system_error>

#include "binding/environment.h"

namespace platekeeper::binding {
namespace {

Napi::Value kernelClock(const Napi::CallbackInfo& info) {
  try {
    const KernelClock clock = readKernelClock();
    Napi::Object result = Napi::Object::New(info.Env());
    result.Set("synchronised", clock.synchronised);
    result.Set("pulse", clock.pulse);
    result.Set("leapSecond", clock.leapSecond);
    result.Set("offsetMs", clock.offsetMs);
    result.Set("maximumErrorMs", clock.maximumErrorMs);
    result.Set("estimatedErrorMs", clock.estimatedErrorMs);
    return result;
  } catch (const std::system_error& error) {
    throw Napi::Error::New(info.Env(), error.what());
  }
}

}  // namespace

Napi::Function kernelClockFunction(Napi::Env env) { return Napi::Function::New(env, kernelClock, "kernelClock"); }

}  // namespace platekeeper::binding
