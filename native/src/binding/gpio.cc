// GPIO for JavaScript: the list of chips, and lines. Edges come by the event loop's own poll: no thread waits for them.
#include <uv.h>

#include <algorithm>
#include <stdexcept>

#include "binding/environment.h"
#include "binding/system-error.h"
#include "gpio/line.h"
#include "gpio/sequencer.h"

namespace platekeeper::binding {
namespace {

Napi::Value chipList(const Napi::CallbackInfo& info) {
  const Napi::Env env = info.Env();
  try {
    Napi::Array list = Napi::Array::New(env);
    for (const gpio::Chip& chip : gpio::chips()) {
      Napi::Array lines = Napi::Array::New(env);
      for (const gpio::LineInfo& line : chip.lines) {
        Napi::Object each = Napi::Object::New(env);
        each.Set("offset", line.offset);
        each.Set("name", line.name);
        each.Set("consumer", line.consumer);
        lines.Set(lines.Length(), each);
      }
      Napi::Object each = Napi::Object::New(env);
      each.Set("path", chip.path);
      each.Set("label", chip.label);
      each.Set("lines", lines);
      list.Set(list.Length(), each);
    }
    return list;
  } catch (const std::system_error& error) {
    throw systemError(env, error);
  }
}

// new Line(chipPath, offset, consumer, output, activeLow, bias, debounceUs)
class LineObject : public Napi::ObjectWrap<LineObject> {
 public:
  static Napi::Function declare(Napi::Env env) {
    return DefineClass(env, "Line",
                       {InstanceMethod<&LineObject::set>("set"), InstanceMethod<&LineObject::get>("get"),
                        InstanceMethod<&LineObject::watch>("watch"), InstanceMethod<&LineObject::close>("close")});
  }

  explicit LineObject(const Napi::CallbackInfo& info) : Napi::ObjectWrap<LineObject>(info) {
    const auto bias = static_cast<gpio::Bias>(info[5].ToNumber().Uint32Value() & 3);
    const gpio::Settings settings{info[3].ToBoolean(), info[4].ToBoolean(), bias, info[6].ToNumber().Uint32Value()};
    try {
      line_ = std::make_unique<gpio::Line>(info[0].ToString().Utf8Value(), info[1].ToNumber().Uint32Value(),
                                           info[2].ToString().Utf8Value(), settings);
    } catch (const std::system_error& error) {
      throw systemError(info.Env(), error);
    }
    Ref();  // held until it is given back, whether or not JavaScript still looks at this object
  }

  ~LineObject() override { end(); }

  // The line itself, for what drives it from another thread; this object has none from then on.
  std::unique_ptr<gpio::Line> give() {
    std::unique_ptr<gpio::Line> line = std::move(line_);
    if (line) Unref();
    end();
    return line;
  }

 private:
  struct Watch {
    uv_poll_t poll;
    LineObject* owner;
  };

  template <class Act>
  auto held(const Napi::CallbackInfo& info, Act act) {
    if (!line_) throw Napi::Error::New(info.Env(), "the line has been given back");
    try {
      return act();
    } catch (const std::system_error& error) {
      throw systemError(info.Env(), error);
    }
  }

  void set(const Napi::CallbackInfo& info) {
    held(info, [&] { line_->set(info[0].ToBoolean()); });
  }

  Napi::Value get(const Napi::CallbackInfo& info) {
    return Napi::Boolean::New(info.Env(), held(info, [&] { return line_->get(); }));
  }

  // watch(told): `told` gets a Float64Array of [monotonic ms, 1 where rising, sequence] an edge, many at once, or an Error when the
  // line has gone; then nothing more.
  void watch(const Napi::CallbackInfo& info) {
    held(info, [&] {
      told_ = Napi::Persistent(info[0].As<Napi::Function>());
      uv_loop_t* loop = nullptr;
      napi_get_uv_event_loop(info.Env(), &loop);
      watch_ = new Watch{{}, this};
      watch_->poll.data = watch_;
      uv_poll_init(loop, &watch_->poll, line_->descriptor());
      uv_poll_start(&watch_->poll, UV_READABLE | UV_DISCONNECT, [](uv_poll_t* poll, int, int) {
        static_cast<Watch*>(poll->data)->owner->tell();
      });
    });
  }

  void tell() {
    const Napi::Env env = Env();
    const Napi::HandleScope scope(env);
    std::array<gpio::Edge, 64> edges;
    Napi::Value message;
    try {
      const std::size_t count = line_->read(edges);
      if (count == 0) return;
      Napi::Float64Array fields = Napi::Float64Array::New(env, 3 * count);
      for (std::size_t i = 0; i < count; i++) {
        fields[3 * i] = edges[i].monotonicMs;
        fields[3 * i + 1] = edges[i].rising ? 1 : 0;
        fields[3 * i + 2] = edges[i].sequence;
      }
      message = fields;
    } catch (const std::system_error& error) {
      message = systemError(env, error).Value();
      end();
    }
    // MakeCallback, so that promises which the edge resolves go on at once.
    told_.MakeCallback(env.Global(), {message});
  }

  void close(const Napi::CallbackInfo&) { end(); }

  // Gives the line back; an output is set inactive first, while that is still possible.
  void end() {
    if (watch_) {
      uv_poll_stop(&watch_->poll);
      uv_close(reinterpret_cast<uv_handle_t*>(&watch_->poll), [](uv_handle_t* handle) { delete static_cast<Watch*>(handle->data); });
      watch_ = nullptr;
    }
    if (line_) Unref();
    line_.reset();
  }

  std::unique_ptr<gpio::Line> line_;
  Watch* watch_ = nullptr;
  Napi::FunctionReference told_;
};

// new Sequencer(trigger, strobe, periodUs, exposures, guard): the lines are Line objects or undefined, and given away; exposures are
// three numbers each, microseconds.
class SequencerObject : public Napi::ObjectWrap<SequencerObject> {
 public:
  static Napi::Function declare(Napi::Env env) {
    return DefineClass(env, "Sequencer",
                       {InstanceMethod<&SequencerObject::report>("report"), InstanceMethod<&SequencerObject::close>("close")});
  }

  explicit SequencerObject(const Napi::CallbackInfo& info) : Napi::ObjectWrap<SequencerObject>(info) {
    gpio::Plan plan{info[2].ToNumber().Uint32Value(), {}};
    const Napi::Uint32Array fields = info[3].As<Napi::Uint32Array>();
    for (std::size_t at = 0; at + 3 <= fields.ElementLength(); at += 3)
      plan.exposures.push_back({fields[at], fields[at + 1], fields[at + 2]});
    try {
      sequencer_ = std::make_unique<gpio::Sequencer>(lineOf(info[0]), lineOf(info[1]), std::move(plan), info[4].ToString().Utf8Value());
    } catch (const std::system_error& error) {
      throw systemError(info.Env(), error);
    } catch (const std::invalid_argument& error) {
      throw Napi::RangeError::New(info.Env(), error.what());
    }
    Ref();
  }

 private:
  static std::unique_ptr<gpio::Line> lineOf(const Napi::Value& value) {
    return value.IsUndefined() ? nullptr : LineObject::Unwrap(value.As<Napi::Object>())->give();
  }

  Napi::Value report(const Napi::CallbackInfo& info) {
    const Napi::Env env = info.Env();
    if (!sequencer_) return env.Undefined();
    const gpio::SequencerReport report = sequencer_->report();
    Napi::Object told = Napi::Object::New(env);
    told.Set("startMs", static_cast<double>(sequencer_->startNs()) / 1e6);
    told.Set("cycles", static_cast<double>(report.cycles));
    told.Set("skipped", static_cast<double>(report.skipped));
    told.Set("withheld", static_cast<double>(report.withheld));
    told.Set("longestStrobeUs", static_cast<double>(report.longestStrobeNs) / 1e3);
    told.Set("realtime", report.realtime);
    told.Set("locked", report.locked);
    told.Set("lost", report.lost);
    Napi::Float64Array lateness = Napi::Float64Array::New(env, report.lateness.size());
    std::ranges::copy(report.lateness, lateness.Data());
    told.Set("lateness", lateness);
    return told;
  }

  void close(const Napi::CallbackInfo&) {
    if (!sequencer_) return;
    sequencer_.reset();
    Unref();
  }

  std::unique_ptr<gpio::Sequencer> sequencer_;
};

}  // namespace

Napi::Object gpioFunctions(Napi::Env env) {
  Napi::Object functions = Napi::Object::New(env);
  functions.Set("chips", Napi::Function::New(env, chipList, "chips"));
  functions.Set("Line", LineObject::declare(env));
  functions.Set("Sequencer", SequencerObject::declare(env));
  return functions;
}

}  // namespace platekeeper::binding
