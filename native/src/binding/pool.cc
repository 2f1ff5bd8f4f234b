#include "image/pool.h"

#include "binding/arguments.h"
#include "binding/environment.h"

// Every function's first argument is the pool's memory; the pool itself is only a reading of it, made anew for each call.
namespace platekeeper::binding {
namespace {

FramePool poolOf(const Napi::CallbackInfo& info, Arguments& in) {
  const std::optional<FramePool> pool = FramePool::attach(in.bytes());
  if (!pool) throw Napi::TypeError::New(info.Env(), "no frame pool in this memory");
  return *pool;
}

Lease leaseOf(Arguments& in) {
  const std::uint32_t slot = in.count();
  return {slot, in.count()};
}

Napi::Value bytesNeeded(const Napi::CallbackInfo& info) {
  Arguments in(info);
  const std::uint32_t slots = in.count();
  return Napi::Number::New(info.Env(), static_cast<double>(FramePool::bytesNeeded(slots, in.count())));
}

void create(const Napi::CallbackInfo& info) {
  Arguments in(info);
  const std::span<std::uint8_t> memory = in.bytes();
  const std::uint32_t slots = in.count(), bytesPerSlot = in.count();
  if (slots == 0 || bytesPerSlot == 0 || memory.size() < FramePool::bytesNeeded(slots, bytesPerSlot)) {
    throw Napi::TypeError::New(info.Env(), "memory too small for the pool");
  }
  FramePool::create(memory, slots, bytesPerSlot);
}

// Slots and bytes of a slot, so that whoever attaches sees what was laid out.
Napi::Value sizes(const Napi::CallbackInfo& info) {
  Arguments in(info);
  const FramePool pool = poolOf(info, in);
  Napi::Object result = Napi::Object::New(info.Env());
  result.Set("slots", pool.slots());
  result.Set("bytesPerSlot", static_cast<double>(pool.bytesPerSlot()));
  return result;
}

Napi::Value acquire(const Napi::CallbackInfo& info) {
  Arguments in(info);
  const std::optional<Lease> lease = poolOf(info, in).acquire();
  if (!lease) return info.Env().Undefined();
  Napi::Object result = Napi::Object::New(info.Env());
  result.Set("slot", lease->slot);
  result.Set("generation", lease->generation);
  return result;
}

Napi::Value retain(const Napi::CallbackInfo& info) {
  Arguments in(info);
  FramePool pool = poolOf(info, in);
  return Napi::Boolean::New(info.Env(), pool.retain(leaseOf(in)));
}

Napi::Value release(const Napi::CallbackInfo& info) {
  Arguments in(info);
  FramePool pool = poolOf(info, in);
  return Napi::Boolean::New(info.Env(), pool.release(leaseOf(in)));
}

// Where a held slot's bytes begin; -1 for a lease that is not held.
Napi::Value offset(const Napi::CallbackInfo& info) {
  Arguments in(info);
  const FramePool pool = poolOf(info, in);
  const Lease lease = leaseOf(in);
  return Napi::Number::New(info.Env(), pool.holds(lease) ? static_cast<double>(pool.offsetOf(lease.slot)) : -1.0);
}

Napi::Value freeSlots(const Napi::CallbackInfo& info) {
  Arguments in(info);
  return Napi::Number::New(info.Env(), poolOf(info, in).free());
}

}  // namespace

Napi::Object poolFunctions(Napi::Env env) {
  Napi::Object functions = Napi::Object::New(env);
  functions.Set("bytesNeeded", Napi::Function::New(env, bytesNeeded, "bytesNeeded"));
  functions.Set("create", Napi::Function::New(env, create, "create"));
  functions.Set("sizes", Napi::Function::New(env, sizes, "sizes"));
  functions.Set("acquire", Napi::Function::New(env, acquire, "acquire"));
  functions.Set("retain", Napi::Function::New(env, retain, "retain"));
  functions.Set("release", Napi::Function::New(env, release, "release"));
  functions.Set("offset", Napi::Function::New(env, offset, "offset"));
  functions.Set("free", Napi::Function::New(env, freeSlots, "free"));
  return functions;
}

}  // namespace platekeeper::binding
