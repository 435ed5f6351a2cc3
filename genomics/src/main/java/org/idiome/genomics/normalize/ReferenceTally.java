package org.idiome.genomics.normalize;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.problem.Reach;

/// Counts the records of a file that do not fit its reference. For one thread.
public final class ReferenceTally {
  /// So many records must have been compared before a share of them says anything.
  private static final long LEAST_COMPARED = 1000;

  /// Above this share of records whose REF is not the reference's, the reference is another (1 %).
  private static final long MOST_DIFFERING = 100;

  private static final int PLACES_NAMED = 5;

  private final String file;
  private final List<String> differing = new ArrayList<>();
  private final Set<String> lacking = new LinkedHashSet<>();
  private final Set<String> otherLengths = new LinkedHashSet<>();
  private long seen;
  private long onLacking;
  private long compared;
  private long differ;

  /// @param file how problems call it
  public ReferenceTally(String file) {
    this.file = file;
  }

  /// A record came.
  public void seen() {
    seen++;
  }

  /// It is on a contig whose bases, or whose length, are known.
  public void compared() {
    compared++;
  }

  /// Its REF is not what the reference has there.
  ///
  /// @throws BadInputException where that are too many
  public void differs(String contig, int position1) {
    differ++;
    if (differing.size() < PLACES_NAMED) {
      differing.add(contig + ":" + position1);
    }
    if (compared >= LEAST_COMPARED && differ * MOST_DIFFERING > compared) {
      throw new BadInputException(difference(Reach.FILE));
    }
  }

  /// The reference has not its contig.
  public void lacks(String contig) {
    onLacking++;
    if (lacking.size() < PLACES_NAMED) {
      lacking.add(contig);
    }
  }

  /// Its contig has another length in the reference than in the header.
  void otherLength(Ground ground) {
    if (otherLengths.size() < PLACES_NAMED) {
      otherLengths.add(
          ground.name() + " " + ground.otherLengthBases() + " not " + ground.lengthBases());
    }
  }

  /// And the record stands beyond its end: the reference is another for certain.
  BadInputException tooShort(long line, int position1) {
    var place = Place.line(file, line);
    return new BadInputException(
        lengths(Reach.FILE, place, "position", Integer.toString(position1)));
  }

  /// Whether enough was seen to say that the reference is not another.
  public boolean isSettled() {
    return seen >= LEAST_COMPARED;
  }

  /// What is to be said once every record was seen.
  ///
  /// @throws BadInputException where too many records do not fit the reference, or it has the
  ///   contig of none
  public List<Problem> end() {
    if (differ * MOST_DIFFERING > compared) {
      throw new BadInputException(difference(Reach.FILE));
    }
    if (onLacking > 0 && onLacking == seen) {
      throw new BadInputException(lack(Reach.FILE));
    }
    var said = new ArrayList<Problem>();
    if (differ > 0) {
      said.add(difference(Reach.RECORD));
    }
    if (onLacking > 0) {
      said.add(lack(Reach.RECORD));
    }
    if (!otherLengths.isEmpty()) {
      said.add(lengths(Reach.WARNING, Place.file(file)));
    }
    return said;
  }

  private Problem difference(Reach reach) {
    return Problem.of(
        ProblemCode.REFERENCE_DIFFERS,
        reach,
        Place.file(file),
        "count",
        Long.toString(differ),
        "compared",
        Long.toString(compared),
        "places",
        String.join(", ", differing));
  }

  private Problem lengths(Reach reach, Place place, String... more) {
    var values = new ArrayList<>(List.of("contigs", String.join(", ", otherLengths)));
    values.addAll(List.of(more));
    return Problem.of(
        ProblemCode.REFERENCE_LENGTH_DIFFERS, reach, place, values.toArray(String[]::new));
  }

  private Problem lack(Reach reach) {
    return Problem.of(
        ProblemCode.REFERENCE_LACKS_CONTIGS,
        reach,
        Place.file(file),
        "count",
        Long.toString(onLacking),
        "compared",
        Long.toString(seen),
        "contigs",
        String.join(", ", lacking));
  }
}
