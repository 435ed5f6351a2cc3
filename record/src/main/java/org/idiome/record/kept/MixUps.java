package org.idiome.record.kept;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.store.Sharing;
import org.idiome.store.StoreWriter;
import org.jspecify.annotations.Nullable;

/// What an input has in common with other persons, and may be a mix-up (record.md 9): the same
/// file, a sample of the same name, or the same calls under another. All can be as they should (a
/// table of two, a sample that is called `S1`, a file that was given to two), so they are remarks.
///
/// Whose everything is, is asked of the store once, for the first input that has such a file.
final class MixUps {
  private static final int NAMED = 5;

  private final StoreWriter writer;
  private @Nullable Map<String, Set<Long>> owners;

  MixUps(StoreWriter writer) {
    this.writer = writer;
  }

  /// Remarks on what was kept just now; it counts for the inputs after it.
  List<Problem> of(long intake) {
    var notes = new ArrayList<Problem>();
    for (var owned : Sharing.of(writer.reader(), intake)) {
      var others = others(file(owned), owned.person());
      var sample = owned.sample();
      var alike = isNamed(sample) ? others("sample " + sample, owned.person()) : Set.<Long>of();
      var own = isNamed(sample) ? Sharing.samples(writer.reader(), owned) : List.<String>of();
      if (own.size() > 1) {
        notes.add(
            Problem.of(
                ProblemCode.IMPORT_SAMPLES_OF_ONE_FILE,
                Place.file(owned.file()),
                "samples",
                String.join(", ", own.subList(0, Math.min(NAMED, own.size())))));
      }
      if (!others.isEmpty()) {
        notes.add(
            Problem.of(
                ProblemCode.IMPORT_FILE_OF_ANOTHER,
                Place.file(owned.file()),
                "persons",
                ids(others)));
      } else if (!alike.isEmpty()) {
        notes.add(
            Problem.of(
                ProblemCode.IMPORT_SAMPLE_OF_ANOTHER,
                Place.file(owned.file()),
                "sample",
                String.valueOf(sample),
                "persons",
                ids(alike)));
      }
    }
    renamed(intake, notes);
    return notes;
  }

  /// Of a file with another name in its header, which is as good a mix-up as the same file.
  private void renamed(long intake, List<Problem> into) {
    var persons = new LinkedHashMap<Sharing.Renamed, Set<Long>>();
    for (var one : Sharing.renamed(writer.reader(), intake)) {
      var shared = new Sharing.Renamed(one.file(), one.sample(), 0, one.other(), one.records());
      persons.computeIfAbsent(shared, _ -> new TreeSet<>()).add(one.person());
    }
    persons.forEach((one, others) ->
        into.add(
            Problem.of(
                ProblemCode.IMPORT_CALLS_OF_ANOTHER,
                Place.file(one.file()),
                "count",
                Long.toString(one.records()),
                "sample",
                one.sample(),
                "other",
                one.other(),
                "persons",
                ids(others))));
  }

  private String ids(Set<Long> persons) {
    return String.join(
        ", ",
        persons.stream().limit(NAMED).map(one -> writer.reader().personId(one)).sorted().toList());
  }

  /// Who else has it; from now on this person has it, too.
  private Set<Long> others(String what, long person) {
    var whose = owners().computeIfAbsent(what, _ -> new TreeSet<>());
    whose.add(person);
    var others = new TreeSet<>(whose);
    others.remove(person);
    return others;
  }

  private Map<String, Set<Long>> owners() {
    var known = owners;
    if (known == null) {
      known = new HashMap<>();
      for (var owned : Sharing.of(writer.reader())) {
        known.computeIfAbsent(file(owned), _ -> new TreeSet<>()).add(owned.person());
        if (isNamed(owned.sample())) {
          known
              .computeIfAbsent("sample " + owned.sample(), _ -> new TreeSet<>())
              .add(owned.person());
        }
      }
      owners = known;
    }
    return known;
  }

  private static boolean isNamed(@Nullable String sample) {
    return sample != null && !sample.isEmpty();
  }

  /// Of a variant file with its sample: relatives may share the file.
  private static String file(Sharing.Owned owned) {
    return "file " + owned.sha256() + " " + owned.sample();
  }
}
