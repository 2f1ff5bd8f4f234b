// Stage read of a frame in one crossing, on the thread of JavaScript or beside it. An open plate reader knows its networks; whoever
// reads takes a desk, an idle one or a new one, and works on memory of its own until the answers are written out.
#include <algorithm>
#include <limits>

#include "binding/beside.h"
#include "binding/environment.h"
#include "binding/programs.h"
#include "binding/texts.h"
#include "text/plate_reader.h"

namespace platekeeper::binding {
namespace {

constexpr napi_type_tag plateReaderTag{0x51c7d20be94f3a68, 0xa90e6b3fd1275c84};
constexpr std::size_t quadFloats = 8, quadsMost = 1u << 12;

struct OpenPlateReader {
  std::shared_ptr<CompiledProgram> reader, region;
  PlateReading how;
  std::vector<std::unique_ptr<PlateReader>> idle;
};

// What one frame's reading holds while it is under way.
struct Desk {
  explicit Desk(std::shared_ptr<OpenPlateReader> open) : of(std::move(open)), readerLane(of->reader), regionLane(of->region) {
    if (of->idle.empty()) {
      plates = std::make_unique<PlateReader>();
    } else {
      plates = std::move(of->idle.back());
      of->idle.pop_back();
    }
  }
  Desk(Desk&&) = default;
  ~Desk() {
    if (plates) of->idle.push_back(std::move(plates));
  }

  void read() { plates->read(of->how, image, job, {readerLane->run, regionLane->run}); }

  std::shared_ptr<OpenPlateReader> of;
  Lane readerLane, regionLane;
  std::unique_ptr<PlateReader> plates;
  ImageView image{};
  PlateJob job;
};

Quad quadAt(std::span<const float> corners, std::size_t index) {
  Quad quad{};
  std::copy_n(corners.begin() + static_cast<std::ptrdiff_t>(index * quadFloats), quadFloats, quad.begin());
  return quad;
}

CutOptions cutOf(Arguments& in) {
  const std::size_t width = in.side(), height = in.side();
  const double margin = in.number();
  return {{width, height, margin, margin}, static_cast<float>(in.number())};
}

Napi::Value open(const Napi::CallbackInfo& info) {
  Arguments in(info);
  auto reader = std::make_shared<OpenPlateReader>();
  reader->reader = programOf(in);
  reader->region = programOf(in);
  reader->how.reader = cutOf(in);
  reader->how.region = cutOf(in);
  reader->how.temperature = in.number();
  reader->how.linesBelow = in.number();
  if (!reader->how.fits(*reader->reader->program, *reader->region->program)) in.refuse("networks that do not read such cuts");
  return handle(info.Env(), std::make_unique<std::shared_ptr<OpenPlateReader>>(std::move(reader)), plateReaderTag);
}

// Quadrilaterals [n][8], lines [m][8], each outline's upper line or -1, and its least confidence.
PlateJob jobOf(Arguments& in) {
  const std::span<const float> outlines = in.floats(), lines = in.floats();
  if (outlines.size() % quadFloats != 0 || lines.size() % quadFloats != 0) in.refuse("corners that are no quadrilaterals");
  PlateJob job;
  job.outlines.resize(outlines.size() / quadFloats);
  job.lines.resize(lines.size() / quadFloats);
  if (job.outlines.size() > quadsMost || job.lines.size() > quadsMost) in.refuse("more quadrilaterals than a frame has");
  const std::span<const std::int32_t> uppers = in.integers(job.outlines.size());
  const std::span<const double> leasts = in.doubles(job.outlines.size());
  for (std::size_t i = 0; i < job.lines.size(); i++) job.lines[i] = quadAt(lines, i);
  for (std::size_t i = 0; i < job.outlines.size(); i++) {
    job.outlines[i] = {quadAt(outlines, i), std::nullopt, leasts[i]};
    if (uppers[i] < 0) continue;
    job.outlines[i].upper = static_cast<std::size_t>(uppers[i]);
    if (*job.outlines[i].upper + 1 >= job.lines.size()) in.refuse("lines that are not there");
  }
  return job;
}

// Where answers go: rows of texts, and a row of logits an outline, not a number where the region was not asked for.
struct Answers {
  TextRows rows;
  std::span<float> regions;

  void write(const Desk& desk) const {
    const std::span<const Reading> readings = desk.plates->readings();
    for (std::size_t i = 0; i < readings.size(); i++) rows.write(i, readings[i]);
    const std::size_t each = desk.of->region->program->outputs()[0];
    for (std::size_t i = 0; i < desk.job.outlines.size(); i++) {
      const std::span<const float> region = desk.plates->region(i);
      const auto to = regions.begin() + static_cast<std::ptrdiff_t>(i * each);
      if (region.empty()) std::fill_n(to, each, std::numeric_limits<float>::quiet_NaN());
      else std::ranges::copy(region, to);
    }
  }
};

Answers answersOf(Arguments& in, const Desk& desk) {
  const std::size_t cuts = desk.job.outlines.size() + desk.job.lines.size();
  const TextRows rows{in.doubles(cuts * TextRows::rankRow), in.picture(cuts * TextRows::textRow), in.tensor(cuts * TextRows::placeRow)};
  return {rows, in.tensor(desk.job.outlines.size() * desk.of->region->program->outputs()[0])};
}

Desk deskOf(Arguments& in) {
  Desk desk(in.held<std::shared_ptr<OpenPlateReader>>(plateReaderTag));
  desk.image = in.image();
  desk.job = jobOf(in);
  return desk;
}

void read(const Napi::CallbackInfo& info) {
  Arguments in(info);
  Desk desk = deskOf(in);
  const Answers answers = answersOf(in, desk);
  desk.read();
  answers.write(desk);
}

// The frame lies in memory that nobody can take away meanwhile, and the arrays of the answers are looked at again before they are written.
Napi::Value readBeside(const Napi::CallbackInfo& info) {
  Arguments in(info);
  auto desk = std::make_unique<Desk>(deskOf(in));
  const Answers answers = answersOf(in, *desk);
  constexpr std::size_t imageAt = 5, answersAt = 10;
  if (info[imageAt].As<Napi::TypedArray>().ArrayBuffer().IsArrayBuffer()) in.refuse("a frame that is not in shared memory");
  std::vector<Napi::Reference<Napi::TypedArray>> held;
  held.push_back(Napi::Persistent(info[imageAt].As<Napi::TypedArray>()));
  for (std::size_t i = answersAt; i < info.Length(); i++) held.push_back(Napi::Persistent(info[i].As<Napi::TypedArray>()));
  Desk& at = *desk;
  return beside(info.Env(), [&at] { at.read(); },
                [desk = std::move(desk), answers, held = std::move(held)](Napi::Env env, double cpuMs) -> Napi::Value {
                  const auto gone = [](const auto& array) { return array.Value().ElementLength() == 0; };
                  if (std::ranges::any_of(held, gone)) throw Napi::TypeError::New(env, "an array was taken away");
                  answers.write(*desk);
                  return Napi::Number::New(env, cpuMs);
                });
}

}  // namespace

Napi::Object plateFunctions(Napi::Env env) {
  Napi::Object functions = Napi::Object::New(env);
  functions.Set("open", Napi::Function::New(env, open, "openPlateReader"));
  functions.Set("read", Napi::Function::New(env, read, "readPlates"));
  functions.Set("readBeside", Napi::Function::New(env, readBeside, "readPlatesBeside"));
  return functions;
}

}  // namespace platekeeper::binding
