package org.idiome.care.pharmacogenes;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.idiome.care.pharmacogenes.observe.Mismatch;
import org.idiome.care.pharmacogenes.observe.Target;
import org.idiome.core.finding.Details;
import org.idiome.core.finding.Explanation;
import org.idiome.core.finding.ReasonCode;
import org.idiome.core.finding.Value;
import org.idiome.core.genome.GenomeBuild;
import org.idiome.core.source.SourceRow;
import org.idiome.profile.Genome;
import org.idiome.profile.Profile;
import org.jspecify.annotations.Nullable;

/// Which germline samples can be read with tables of one genome build, and what stands against the
/// others.
///
/// A file whose reference bases differ from those of the build at several positions of any genes is
/// read for none: what it says of its build is then no better than its bases.
final class BuildCheck {
  /// What stands against a sample; of several samples the first that any has is told.
  enum Fault {
    /// Its bases contradict what it says.
    IN_DOUBT(ReasonCode.BUILD_IN_DOUBT),
    /// Nothing says which it is.
    NOT_KNOWN(ReasonCode.BUILD_NOT_KNOWN),
    /// It is another one.
    OTHER(ReasonCode.OTHER_BUILD);

    private final ReasonCode reason;

    Fault(ReasonCode reason) {
      this.reason = reason;
    }

    ReasonCode reason() {
      return reason;
    }

    /// Code of the reason and of its remedy.
    String code() {
      return reason.code();
    }
  }

  /// A sample that cannot be read.
  private record Refused(Genome genome, Fault fault, List<Mismatch> mismatches) {}

  private final GenomeBuild build;
  private final Profile profile;
  private final Rows rows;
  private final List<Genome> usable = new ArrayList<>();
  private final List<Refused> refused = new ArrayList<>();

  /// @param targets the positions of all genes whose tables are on the build
  /// @param least mismatches from which on a sample is in doubt
  BuildCheck(
      GenomeBuild build,
      List<Target> targets,
      List<Genome> germline,
      int least,
      Profile profile,
      Rows rows) {
    this.build = build;
    this.profile = profile;
    this.rows = rows;
    for (var genome : germline) {
      if (genome.build() != build) {
        boolean isKnown = genome.build() != GenomeBuild.UNKNOWN;
        refused.add(new Refused(genome, isKnown ? Fault.OTHER : Fault.NOT_KNOWN, List.of()));
        continue;
      }
      var mismatches = Mismatch.of(targets, genome);
      if (mismatches.size() >= least) {
        refused.add(new Refused(genome, Fault.IN_DOUBT, mismatches));
      } else {
        usable.add(genome);
      }
    }
  }

  /// The samples that can be read.
  List<Genome> usable() {
    return List.copyOf(usable);
  }

  /// What stands against the others, or null where there are none.
  @Nullable Fault fault() {
    return refused.stream().map(Refused::fault).min(Fault::compareTo).orElse(null);
  }

  /// All that stands against any, the first of them first.
  List<Fault> faults() {
    return refused.stream().map(Refused::fault).distinct().sorted().toList();
  }

  /// The samples that a fault stands against.
  List<Genome> having(Fault fault) {
    return with(fault).stream().map(Refused::genome).toList();
  }

  /// Files and builds of the samples that a fault stands against, and the build of the tables.
  Details about(Fault fault) {
    SortedSet<String> files = new TreeSet<>();
    SortedSet<String> builds = new TreeSet<>();
    int count = 0;
    for (var one : with(fault)) {
      files.add(profile.file(new SourceRow(one.genome().file(), 1)).name());
      builds.add(one.genome().build().code());
      count += one.mismatches().size();
    }
    var details =
        Details.of("files", Value.texts(List.copyOf(files)))
            .with("builds", Value.texts(List.copyOf(builds)))
            .text("table", build.code());
    return count == 0 ? details : details.count("mismatches", count);
  }

  /// Why no sample can be read, with the records that contradict the build.
  List<Explanation> because() {
    var because = new ArrayList<Explanation>();
    for (var fault : faults()) {
      because.add(new Explanation.Note(Explanation.Note.Kind.REASON, fault.code(), about(fault)));
      for (var one : with(fault)) {
        one.mismatches().forEach(mismatch -> because.add(claim(mismatch)));
      }
    }
    return because;
  }

  private List<Refused> with(Fault fault) {
    return refused.stream().filter(one -> one.fault() == fault).toList();
  }

  private Explanation.Claim claim(Mismatch mismatch) {
    var call = mismatch.call();
    var leaves = new ArrayList<Explanation>();
    call.rows().forEach(row -> leaves.add(rows.record(row)));
    return new Explanation.Claim(
        "reference_differs",
        Details.of("position", new Value.Text(mismatch.position()))
            .text("reference", call.reference())
            .text("reference_of_build", mismatch.ours())
            .with("locus", new Value.Place(call.locus())),
        leaves);
  }
}
