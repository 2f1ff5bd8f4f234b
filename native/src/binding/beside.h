// Work beside the thread of JavaScript: on one of Node's own threads, which sleep until there is some.
//
// `work` runs there and may touch nothing of JavaScript; `finish` runs on the thread of JavaScript afterwards, gets the CPU time that
// the work took there, in milliseconds, and gives what the promise resolves to. An exception of either rejects the promise. What
// either needs it holds itself; an environment that ends waits for its work.
#pragma once

#include <napi.h>

#include <ctime>
#include <utility>

namespace platekeeper::binding {

// CPU time of the calling thread so far.
inline double threadCpuMs() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

template <class Work, class Finish>
class Beside : public Napi::AsyncWorker {
 public:
  Beside(Napi::Env env, Work work, Finish finish)
      : Napi::AsyncWorker(env, "platekeeper"), answer_(Napi::Promise::Deferred::New(env)), work_(std::move(work)), finish_(std::move(finish)) {}

  Napi::Promise answer() const { return answer_.Promise(); }

 protected:
  void Execute() override {
    const double begun = threadCpuMs();
    work_();
    cpuMs_ = threadCpuMs() - begun;
  }
  void OnOK() override {
    try {
      answer_.Resolve(finish_(Env(), cpuMs_));
    } catch (const Napi::Error& error) {
      OnError(error);
    }
  }
  void OnError(const Napi::Error& error) override {
    try {
      answer_.Reject(error.Value());
    } catch (const Napi::Error&) {
      // An environment that is being ended settles nothing more, and nobody is left to be told.
    }
  }

 private:
  const Napi::Promise::Deferred answer_;
  Work work_;
  Finish finish_;
  double cpuMs_ = 0.0;
};

// Napi::Value finish(Napi::Env, double cpuMs)
template <class Work, class Finish>
Napi::Promise beside(Napi::Env env, Work work, Finish finish) {
  auto* const worker = new Beside<Work, Finish>(env, std::move(work), std::move(finish));
  const Napi::Promise answer = worker->answer();
  worker->Queue();  // from here it deletes itself
  return answer;
}

}  // namespace platekeeper::binding
