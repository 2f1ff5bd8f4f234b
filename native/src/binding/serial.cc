#include "serial/pty.h"

#include <system_error>

#include "binding/environment.h"

namespace platekeeper::binding {
namespace {

Napi::Value pseudoTerminal(const Napi::CallbackInfo& info) {
  try {
    const PseudoTerminal terminal = openPseudoTerminal();
    Napi::Object result = Napi::Object::New(info.Env());
    result.Set("fd", terminal.master);
    result.Set("path", terminal.path);
    return result;
  } catch (const std::system_error& error) {
    throw Napi::Error::New(info.Env(), error.what());
  }
}

}  // namespace

Napi::Function pseudoTerminalFunction(Napi::Env env) {
  return Napi::Function::New(env, pseudoTerminal, "openPseudoTerminal");
}

}  // namespace platekeeper::binding
