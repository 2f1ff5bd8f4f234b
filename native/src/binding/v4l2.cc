// Cameras for JavaScript. Frames are asked for, not pushed: `take` gives one that waits, `ready` tells once when the next does, by the
// event loop's own poll. What nobody asks for stays in the driver, which then loses what follows.
#include <array>

#include "binding/arguments.h"
#include "binding/environment.h"
#include "binding/system-error.h"
#include "image/pack.h"
#include "v4l2/stream.h"

namespace platekeeper::binding {
namespace {

Napi::Object offerOf(Napi::Env env, const v4l2::Offer& offer) {
  Napi::Object each = Napi::Object::New(env);
  each.Set("code", offer.code);
  if (offer.format) each.Set("format", std::string(pixelFormatName(*offer.format)));
  each.Set("width", offer.width);
  each.Set("height", offer.height);
  return each;
}

Napi::Object controlOf(Napi::Env env, const v4l2::Control& control) {
  static constexpr std::array kinds{"integer", "wide", "boolean", "menu", "button", "other"};
  Napi::Object each = Napi::Object::New(env);
  each.Set("id", control.id);
  each.Set("name", control.name);
  each.Set("kind", kinds[static_cast<std::size_t>(control.kind)]);
  each.Set("least", static_cast<double>(control.least));
  each.Set("most", static_cast<double>(control.most));
  each.Set("step", static_cast<double>(control.step));
  each.Set("readOnly", control.readOnly);
  Napi::Array items = Napi::Array::New(env);
  for (const v4l2::MenuItem& item : control.items) {
    Napi::Object named = Napi::Object::New(env);
    named.Set("index", static_cast<double>(item.index));
    named.Set("name", item.name);
    items.Set(items.Length(), named);
  }
  each.Set("items", items);
  return each;
}

template <class Item, class Shown>
Napi::Array listOf(Napi::Env env, const std::vector<Item>& items, Shown shown) {
  Napi::Array list = Napi::Array::New(env);
  for (const Item& item : items) list.Set(list.Length(), shown(env, item));
  return list;
}

// new Camera(path)
class CameraObject : public Napi::ObjectWrap<CameraObject> {
 public:
  static Napi::Function declare(Napi::Env env) {
    return DefineClass(env, "Camera",
                       {InstanceMethod<&CameraObject::offers>("offers"), InstanceMethod<&CameraObject::controls>("controls"),
                        InstanceMethod<&CameraObject::control>("control"), InstanceMethod<&CameraObject::setControl>("setControl"),
                        InstanceMethod<&CameraObject::settle>("settle"), InstanceMethod<&CameraObject::start>("start"),
                        InstanceMethod<&CameraObject::take>("take"),
                        InstanceMethod<&CameraObject::ready>("ready"), InstanceMethod<&CameraObject::close>("close")});
  }

  explicit CameraObject(const Napi::CallbackInfo& info) : Napi::ObjectWrap<CameraObject>(info) {
    Arguments in(info);
    const std::string path = in.text();
    orSystemError(info.Env(), [&] { device_ = std::make_unique<v4l2::Device>(path); });
    Ref();  // held until it is closed, whether or not JavaScript still looks at this object
  }

  ~CameraObject() override { end(); }

 private:
  struct Watch {
    uv_poll_t poll;
    CameraObject* owner;
  };

  const v4l2::Device& device(Napi::Env env) const {
    if (!device_) throw Napi::Error::New(env, "the camera has been closed");
    return *device_;
  }

  v4l2::Stream& stream(Napi::Env env) const {
    if (!stream_) throw Napi::Error::New(env, "the camera does not stream");
    return *stream_;
  }

  // offers(width, height)
  Napi::Value offers(const Napi::CallbackInfo& info) {
    Arguments in(info);
    const std::uint32_t width = in.side(), height = in.side();
    return orSystemError(info.Env(), [&] { return listOf(info.Env(), device(info.Env()).offers(width, height), offerOf); });
  }

  Napi::Value controls(const Napi::CallbackInfo& info) {
    return orSystemError(info.Env(), [&] { return listOf(info.Env(), device(info.Env()).controls(), controlOf); });
  }

  // control(id, wide)
  Napi::Value control(const Napi::CallbackInfo& info) {
    Arguments in(info);
    const std::uint32_t id = in.count();
    const bool wide = info[1].ToBoolean();
    const std::int64_t value = orSystemError(info.Env(), [&] { return device(info.Env()).control(id, wide); });
    return Napi::Number::New(info.Env(), static_cast<double>(value));
  }

  // setControl(id, wide, value)
  void setControl(const Napi::CallbackInfo& info) {
    Arguments in(info);
    const std::uint32_t id = in.count();
    orSystemError(info.Env(), [&] { device(info.Env()).setControl(id, info[1].ToBoolean(), info[2].ToNumber().Int64Value()); });
  }

  // settle(format, width, height, rateHz): the rate that the camera says, 0 where it says none
  Napi::Value settle(const Napi::CallbackInfo& info) {
    Arguments in(info);
    const std::optional<PixelFormat> format = pixelFormatNamed(in.text());
    if (!format) in.refuse("not a pixel format");
    const std::uint32_t width = in.side(), height = in.side();
    const v4l2::Mode mode{*format, width, height, in.number()};
    orSystemError(info.Env(), [&] { settled_ = device(info.Env()).settle(mode); });
    return Napi::Number::New(info.Env(), settled_->mode.rateHz);
  }

  void start(const Napi::CallbackInfo& info) {
    const v4l2::Device& settled = device(info.Env());
    if (!settled_ || stream_) throw Napi::Error::New(info.Env(), "the camera has no mode yet, or streams already");
    orSystemError(info.Env(), [&] { stream_ = std::make_unique<v4l2::Stream>(settled, *settled_); });
  }

  // take(memory of the pool): { sequence, monotonicMs, slot, generation }, the last two not there where no slot was free
  Napi::Value take(const Napi::CallbackInfo& info) {
    const Napi::Env env = info.Env();
    Arguments in(info);
    const std::span<std::uint8_t> memory = in.bytes();
    std::optional<FramePool> pool = FramePool::attach(memory);
    if (!pool || pool->bytesPerSlot() < stream(env).frameBytes()) in.refuse("not a pool whose slots hold a frame");
    const std::optional<v4l2::Frame> frame = orSystemError(env, [&] { return stream(env).take(*pool, memory); });
    if (!frame) return env.Undefined();
    Napi::Object result = Napi::Object::New(env);
    result.Set("sequence", frame->sequence);
    result.Set("monotonicMs", frame->monotonicMs);
    if (frame->lease) {
      result.Set("slot", frame->lease->slot);
      result.Set("generation", frame->lease->generation);
    }
    return result;
  }

  // ready(told): once, when a frame waits or the camera has something to complain of: `take` says which.
  void ready(const Napi::CallbackInfo& info) {
    stream(info.Env());
    told_ = Napi::Persistent(info[0].As<Napi::Function>());
    if (!watch_) {
      uv_loop_t* loop = nullptr;
      napi_get_uv_event_loop(info.Env(), &loop);
      watch_ = new Watch{{}, this};
      watch_->poll.data = watch_;
      uv_poll_init(loop, &watch_->poll, device_->descriptor());
    }
    uv_poll_start(&watch_->poll, UV_READABLE | UV_DISCONNECT, [](uv_poll_t* poll, int, int) {
      uv_poll_stop(poll);
      static_cast<Watch*>(poll->data)->owner->tell();
    });
  }

  void tell() {
    const Napi::HandleScope scope(Env());
    const Napi::FunctionReference told = std::move(told_);
    // MakeCallback, so that promises which it resolves go on at once.
    told.MakeCallback(Env().Global(), {});
  }

  void close(const Napi::CallbackInfo&) { end(); }

  void end() {
    if (watch_) {
      uv_poll_stop(&watch_->poll);
      uv_close(reinterpret_cast<uv_handle_t*>(&watch_->poll), [](uv_handle_t* handle) { delete static_cast<Watch*>(handle->data); });
      watch_ = nullptr;
    }
    told_.Reset();
    stream_.reset();
    if (device_) Unref();
    device_.reset();
  }

  std::unique_ptr<v4l2::Device> device_;
  std::optional<v4l2::Settled> settled_;
  std::unique_ptr<v4l2::Stream> stream_;
  Watch* watch_ = nullptr;
  Napi::FunctionReference told_;
};

// pack(format, width, height, strideBytes, data, out)
void packed(const Napi::CallbackInfo& info) {
  Arguments in(info);
  const ImageView image = in.image();
  pack(image, in.picture(packedBytes(image.format, static_cast<std::size_t>(image.width), static_cast<std::size_t>(image.height))));
}

}  // namespace

Napi::Object v4l2Functions(Napi::Env env) {
  Napi::Object functions = Napi::Object::New(env);
  functions.Set("Camera", CameraObject::declare(env));
  functions.Set("pack", Napi::Function::New(env, packed, "pack"));
  return functions;
}

}  // namespace platekeeper::binding
