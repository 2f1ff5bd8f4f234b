// The addon's root: { isas, engines, networks and programs: { [isa]: functions }, decodeTexts, plates, pool, gpio, system, v4l2, copyBandwidth,
// openPseudoTerminal, kernelClock }. index.ts is its only user.
#include <napi.h>

#include <cstdlib>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "binding/environment.h"
#include "image/limits.h"

namespace platekeeper::binding {
namespace {

Napi::Value copyLimit(const Napi::CallbackInfo& info) { return Napi::Number::New(info.Env(), copyBandwidth()); }

// glibc would keep an arena for each of Node's and libvips's threads, and in each what the largest burst of pictures needed: it raises
// the size from which memory is given back at once with every large piece that is freed. A unit at 1080p stays 37 MiB smaller so.
void giveMemoryBack() {
#ifdef __GLIBC__
  constexpr int large = 128 * 1024;
  mallopt(M_ARENA_MAX, 2);
  mallopt(M_MMAP_THRESHOLD, large);
  mallopt(M_TRIM_THRESHOLD, large);
#endif
}

Napi::Object load(Napi::Env env, Napi::Object exports) {
  giveMemoryBack();
  auto environment = std::make_unique<Environment>();
  Napi::Array isas = Napi::Array::New(env);
  Napi::Object engines = Napi::Object::New(env), networks = Napi::Object::New(env),
               programs = Napi::Object::New(env);
  for (const Isa isa : availableIsas()) {
    auto& engine = environment->engines[static_cast<std::size_t>(isa)];
    engine = std::make_unique<Engine>(*kernelsOf(isa));
    isas.Set(isas.Length(), isaName(isa));
    engines.Set(isaName(isa), imageFunctions(env, *engine));
    networks.Set(isaName(isa), networkFunctions(env, *engine));
    programs.Set(isaName(isa), programFunctions(env, *engine));
  }
  exports.Set("isas", isas);
  exports.Set("engines", engines);
  exports.Set("networks", networks);
  exports.Set("programs", programs);
  exports.Set("pool", poolFunctions(env));
  exports.Set("gpio", gpioFunctions(env));
  exports.Set("system", systemFunctions(env));
  exports.Set("plates", plateFunctions(env));
  exports.Set("decodeTexts", decodeTextsFunction(env, environment->texts));
  exports.Set("v4l2", v4l2Functions(env));
  exports.Set("copyBandwidth", Napi::Function::New(env, copyLimit, "copyBandwidth"));
  exports.Set("openPseudoTerminal", pseudoTerminalFunction(env));
  exports.Set("kernelClock", kernelClockFunction(env));
  env.SetInstanceData(environment.release());  // the environment deletes it when it ends
  return exports;
}

NODE_API_MODULE(platekeeper, load)

}  // namespace
}  // namespace platekeeper::binding
