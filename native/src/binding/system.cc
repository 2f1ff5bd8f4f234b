// What a unit asks of the system that JavaScript has no door to: systemd's socket, the hardware watchdog,
// and the calling thread's own time.
#include "binding/beside.h"
#include "binding/environment.h"
#include "binding/system-error.h"
#include "system/core-dump.h"
#include "system/notify.h"
#include "system/watchdog.h"

namespace platekeeper::binding {
namespace {

void notify(const Napi::CallbackInfo& info) {
  try {
    notifySupervisor(info[0].ToString().Utf8Value(), info[1].ToString().Utf8Value());
  } catch (const std::system_error& error) {
    throw systemError(info.Env(), error);
  }
}

void noCoreDumps(const Napi::CallbackInfo& info) {
  try {
    forbidCoreDumps();
  } catch (const std::system_error& error) {
    throw systemError(info.Env(), error);
  }
}

Napi::Value threadTime(const Napi::CallbackInfo& info) { return Napi::Number::New(info.Env(), threadCpuMs()); }

// new Watchdog(path, timeoutSeconds)
class WatchdogObject : public Napi::ObjectWrap<WatchdogObject> {
 public:
  static Napi::Function declare(Napi::Env env) {
    return DefineClass(env, "Watchdog",
                       {InstanceAccessor<&WatchdogObject::timeout>("timeoutSeconds"), InstanceMethod<&WatchdogObject::pet>("pet"),
                        InstanceMethod<&WatchdogObject::disarm>("disarm")});
  }

  explicit WatchdogObject(const Napi::CallbackInfo& info) : Napi::ObjectWrap<WatchdogObject>(info) {
    asked(info, [&] { watchdog_ = std::make_unique<Watchdog>(info[0].ToString().Utf8Value(), info[1].ToNumber().Int32Value()); });
    Ref();  // forgotten, it would be closed by the garbage collector and reset the machine
  }

 private:
  template <class Act>
  void asked(const Napi::CallbackInfo& info, Act act) {
    try {
      act();
    } catch (const std::system_error& error) {
      throw systemError(info.Env(), error);
    }
  }

  Napi::Value timeout(const Napi::CallbackInfo& info) { return Napi::Number::New(info.Env(), watchdog_ ? watchdog_->timeoutSeconds() : 0); }

  void pet(const Napi::CallbackInfo& info) {
    if (watchdog_) asked(info, [&] { watchdog_->pet(); });
  }

  void disarm(const Napi::CallbackInfo& info) {
    if (!watchdog_) return;
    asked(info, [&] { watchdog_->disarm(); });
    watchdog_.reset();
    Unref();
  }

  std::unique_ptr<Watchdog> watchdog_;
};

}  // namespace

Napi::Object systemFunctions(Napi::Env env) {
  Napi::Object functions = Napi::Object::New(env);
  functions.Set("notify", Napi::Function::New(env, notify, "notify"));
  functions.Set("forbidCoreDumps", Napi::Function::New(env, noCoreDumps, "forbidCoreDumps"));
  functions.Set("threadCpuMs", Napi::Function::New(env, threadTime, "threadCpuMs"));
  functions.Set("Watchdog", WatchdogObject::declare(env));
  return functions;
}

}  // namespace platekeeper::binding
