// Stage read of one frame: every outline is cut out of the frame straight into the reader's input, read, and where that is sure enough
// cut out once more for the network that tells where a plate was issued.
//
// An outline that may have two lines is also read line by line where the whole is not sure. It is as sure as the surer of the two
// readings.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "image/rectify.h"
#include "nn/program.h"
#include "text/ctc.h"

namespace platekeeper {

// How a network's input is cut out of the frame.
struct CutOptions {
  RectifyOptions drawn;
  float deviationFloor;  // luma levels
};

struct PlateOutline {
  Quad whole;
  // Which of the lines is its upper one, or none; the lower one follows it.
  std::optional<std::size_t> upper;
  // Confidence from which on the region is asked for; above 1 never.
  double confidenceLeast;
};

// How plates are read by two networks: the reader, whose outputs are the characters and the lengths of TextDecoder, and the region
// network with one output.
struct PlateReading {
  CutOptions reader, region;
  double temperature;
  // Confidence of the whole below which its lines are read.
  double linesBelow;

  bool fits(const Program& readerProgram, const Program& regionProgram) const;
};

// What is read in one frame.
struct PlateJob {
  std::vector<PlateOutline> outlines;
  std::vector<Quad> lines;
};

struct PlateNetworks {
  ProgramRun& reader;
  ProgramRun& region;
};

// One frame at a time. Keeps its memory, so that a steady stream allocates nothing.
class PlateReader {
 public:
  // The networks are those that `how` fits, and every outline's lines lie in the job.
  void read(const PlateReading& how, const ImageView& image, const PlateJob& job, PlateNetworks networks);

  // Of the last frame: first those of the outlines, then those of the lines, empty where those were not asked.
  std::span<const Reading> readings() const { return {readings_.data(), count_}; }
  // The region network's answer for an outline, or nothing where it was not asked.
  std::span<const float> region(std::size_t outline) const;

 private:
  const float* cut(const Kernels& kernels, const ImageView& image, const Quad& quad, const CutOptions& options);
  void readCut(const PlateReading& how, const ImageView& image, const Quad& quad, ProgramRun& reader, Reading& reading);
  double confidenceOf(const PlateJob& job, std::size_t outline) const;

  Workspace workspace_;
  TextDecoder decoder_;
  std::vector<float> picture_, regions_;
  std::vector<bool> asked_;
  std::size_t regionCount_ = 0, count_ = 0;
  std::vector<Reading> readings_;
};

}  // namespace platekeeper
