#include "text/plate_reader.h"

#include <algorithm>

namespace platekeeper {
namespace {

std::size_t pixelsOf(const CutOptions& options) { return options.drawn.width * options.drawn.height; }

}  // namespace

bool PlateReading::fits(const Program& readerProgram, const Program& regionProgram) const {
  return readerProgram.inputFloats() == pixelsOf(reader) && regionProgram.inputFloats() == pixelsOf(region) &&
         readerProgram.outputs().size() == 2 && readerProgram.outputs()[0] > 0 && readerProgram.outputs()[0] % columnClasses == 0 &&
         regionProgram.outputs().size() == 1;
}

void PlateReader::read(const PlateReading& how, const ImageView& image, const PlateJob& job, PlateNetworks networks) {
  const Kernels& kernels = networks.reader.program().kernels();
  const std::size_t outlines = job.outlines.size();
  count_ = outlines + job.lines.size();
  readings_.resize(std::max(readings_.size(), count_));
  for (std::size_t i = outlines; i < count_; i++) readings_[i].ranked.clear();
  for (std::size_t i = 0; i < outlines; i++) {
    const PlateOutline& outline = job.outlines[i];
    readCut(how, image, outline.whole, networks.reader, readings_[i]);
    if (!outline.upper || (!readings_[i].ranked.empty() && readings_[i].confidence >= how.linesBelow)) continue;
    for (std::size_t line = *outline.upper; line < *outline.upper + 2; line++)
      readCut(how, image, job.lines[line], networks.reader, readings_[outlines + line]);
  }
  regionCount_ = networks.region.program().outputs()[0];
  regions_.resize(std::max(regions_.size(), outlines * regionCount_));
  asked_.assign(outlines, false);
  for (std::size_t i = 0; i < outlines; i++) {
    if (confidenceOf(job, i) < job.outlines[i].confidenceLeast) continue;
    networks.region.run(cut(kernels, image, job.outlines[i].whole, how.region));
    std::ranges::copy(networks.region.output(0), regions_.begin() + static_cast<std::ptrdiff_t>(i * regionCount_));
    asked_[i] = true;
  }
}

std::span<const float> PlateReader::region(std::size_t outline) const {
  if (!asked_[outline]) return {};
  return {&regions_[outline * regionCount_], regionCount_};
}

void PlateReader::readCut(const PlateReading& how, const ImageView& image, const Quad& quad, ProgramRun& reader, Reading& reading) {
  reader.run(cut(reader.program().kernels(), image, quad, how.reader));
  reading = decoder_.decode(reader.output(0), reader.output(1), how.temperature);
}

const float* PlateReader::cut(const Kernels& kernels, const ImageView& image, const Quad& quad, const CutOptions& options) {
  picture_.resize(std::max(picture_.size(), pixelsOf(options)));
  const bool drawn = rectify(kernels, image, quad, options.drawn, picture_.data(), workspace_);
  if (drawn) kernels.standardise(picture_.data(), pixelsOf(options), options.deviationFloor);
  return picture_.data();
}

// Less than any confidence where nothing is read.
double PlateReader::confidenceOf(const PlateJob& job, std::size_t outline) const {
  constexpr double nothing = -1.0;
  const auto of = [&](const Reading& reading) { return reading.ranked.empty() ? nothing : reading.confidence; };
  const double whole = of(readings_[outline]);
  const std::optional<std::size_t> line = job.outlines[outline].upper;
  if (!line) return whole;
  const double upper = of(readings_[job.outlines.size() + *line]), lower = of(readings_[job.outlines.size() + *line + 1]);
  return std::max(whole, std::min(upper, lower) < 0.0 ? nothing : upper * lower);
}

}  // namespace platekeeper
