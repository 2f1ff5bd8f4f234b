// A refused system call as JavaScript sees it.
#pragma once

#include <napi.h>
#include <uv.h>

#include <system_error>

namespace platekeeper::binding {

// Looks as Node's own do: `code` is ENODEV, EBUSY ...
inline Napi::Error systemError(Napi::Env env, const std::system_error& error) {
  Napi::Error thrown = Napi::Error::New(env, error.what());
  thrown.Set("code", uv_err_name(-error.code().value()));
  return thrown;
}

// What `act` gives; a system call that fails in it throws into JavaScript.
template <class Act>
auto orSystemError(Napi::Env env, Act act) {
  try {
    return act();
  } catch (const std::system_error& error) {
    throw systemError(env, error);
  }
}

}  // namespace platekeeper::binding
