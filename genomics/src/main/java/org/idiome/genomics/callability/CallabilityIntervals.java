package org.idiome.genomics.callability;

import java.io.IOException;
import java.util.function.Consumer;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.genomics.vcf.VcfReader;
import org.jspecify.annotations.Nullable;

/// The callability of a whole file for one sample, streamed in the order of the file.
///
/// The records must be sorted; a file that is not is refused by name.
public final class CallabilityIntervals {
  private final VcfReader reader;
  private final int sample;
  private final Consumer<CallabilityInterval> out;
  private final CallJudge judge;
  private final Sweep<Judgement> sweep = new Sweep<>(this::take);
  private String contig = "";
  private int start0;
  private int end0;
  private @Nullable Judgement held;
  private @Nullable Reason reason;

  /// Will read what is left of a file.
  ///
  /// @param sample place of the sample in the header
  public CallabilityIntervals(
      VcfReader reader, int sample, CallRules rules, Consumer<CallabilityInterval> out) {
    this.reader = reader;
    this.sample = sample;
    this.judge = new CallJudge(rules);
    this.out = out;
  }

  /// Reads to the end.
  ///
  /// @throws BadInputException where a record stands before the one above it
  public void read(String file) throws IOException {
    int last = -1;
    while (reader.next()) {
      var record = reader.record();
      if (!record.isPlaced()) {
        continue;
      }
      if (!reader.isSorted()) {
        throw new BadInputException(
            Problem.of(ProblemCode.VCF_ORDER_NEEDED, Place.line(file, record.line())));
      }
      if (record.contig() != last) {
        end();
        last = record.contig();
        contig = reader.contigName(last);
      }
      var judgement =
          record.isReadable()
              ? judge.judge(reader, reader.sample(sample))
              : Judgement.notRead(record.start0(), record.referenceEnd0());
      sweep.add(judgement.start0(), judgement.end0(), judgement.rank(), judgement);
    }
    end();
  }

  private void end() {
    sweep.finish();
    flush();
  }

  /// Merges a stretch with the one before it where both say the same.
  private void take(int from, int to, Judgement judgement) {
    var before = held;
    var beforeReason = reason;
    if (before != null && beforeReason != null && from == end0) {
      var both = judgement.equals(before) ? beforeReason : beforeReason.and(judgement.reason());
      if (both != null && before.state() == judgement.state()) {
        end0 = to;
        held = judgement;
        reason = both;
        return;
      }
    }
    flush();
    start0 = from;
    end0 = to;
    held = judgement;
    reason = judgement.reason();
  }

  private void flush() {
    if (held != null && reason != null) {
      out.accept(new CallabilityInterval(contig, start0, end0, held.state(), reason.text()));
    }
    held = null;
    reason = null;
  }
}
