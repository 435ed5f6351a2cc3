package org.idiome.knowledge.packed;

import java.io.Closeable;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.idiome.knowledge.packed.PackedLayout.Section;
import org.idiome.knowledge.release.Attributes;
import org.idiome.knowledge.release.Claim;
import org.idiome.knowledge.release.Term;
import org.idiome.knowledge.release.TermProperty;

/// A release as it lies on the disk, mapped. Safe for several threads until it is closed.
///
/// Claims and terms are numbered from 0 in their order; so are names. A name that is not there has
/// the number [#ABSENT].
public final class PackedRelease implements Closeable {
  /// The number of a name that the release does not have.
  public static final int ABSENT = -1;

  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final Arena arena = Arena.ofShared();
  private final Map<Section, MemorySegment> sections = new EnumMap<>(Section.class);
  private final MemorySegment nameStarts;
  private final MemorySegment nameBytes;
  private final MemorySegment subjects;
  private final MemorySegment objects;
  private final MemorySegment byObject;
  private final MemorySegment termIds;
  private final int names;
  private final int claims;
  private final int terms;

  private PackedRelease(Path file) throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
      var whole = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
      requireForm(whole);
      long count = PackedLayout.MAGIC.length;
      long at = PackedLayout.HEAD_BYTES;
      for (var section : Section.values()) {
        at = PackedLayout.aligned(at);
        long elements = whole.get(LONG, count);
        count += Long.BYTES;
        long bytes = Math.multiplyExact(elements, (long) section.width());
        if (bytes < 0 || at + bytes > whole.byteSize()) {
          throw new PackedException(section.name() + " ends behind the file");
        }
        sections.put(section, whole.asSlice(at, bytes));
        at += bytes;
      }
    }
    nameStarts = section(Section.NAME_STARTS);
    nameBytes = section(Section.NAME_BYTES);
    subjects = section(Section.CLAIM_SUBJECTS);
    objects = section(Section.CLAIM_OBJECTS);
    byObject = section(Section.CLAIMS_BY_OBJECT);
    termIds = section(Section.TERM_IDS);
    names = (int) (nameStarts.byteSize() / Long.BYTES) - 1;
    claims = (int) (subjects.byteSize() / Integer.BYTES);
    terms = (int) (termIds.byteSize() / Integer.BYTES);
  }

  /// Maps a file. Its hash is not looked at.
  ///
  /// @throws PackedException where it is no such file, of another form, or cut
  public static PackedRelease open(Path file) throws IOException {
    return new PackedRelease(file);
  }

  private static void requireForm(MemorySegment whole) {
    boolean isWhole = whole.byteSize() >= PackedLayout.HEAD_BYTES;
    if (!isWhole
        || !Arrays.equals(
            whole.asSlice(0, PackedLayout.MAGIC.length).toArray(ValueLayout.JAVA_BYTE),
            PackedLayout.MAGIC)) {
      throw new PackedException("not a packed release of this form");
    }
  }

  private MemorySegment section(Section section) {
    var segment = sections.get(section);
    if (segment == null) {
      throw new PackedException("no section " + section);
    }
    return segment;
  }

  private int integer(Section section, int index) {
    return section(section).get(INT, (long) Integer.BYTES * index);
  }

  private static int integer(MemorySegment segment, int index) {
    return segment.get(INT, (long) Integer.BYTES * index);
  }

  /// How many claims it has.
  public int claims() {
    return claims;
  }

  /// How many terms it has.
  public int terms() {
    return terms;
  }

  /// How many names it has.
  public int names() {
    return names;
  }

  /// The name of a number.
  public String name(int number) {
    long from = nameStarts.get(LONG, (long) Long.BYTES * number);
    long to = nameStarts.get(LONG, (long) Long.BYTES * (number + 1));
    return text(nameBytes, from, to);
  }

  private static String text(MemorySegment bytes, long from, long to) {
    var array = new byte[Math.toIntExact(to - from)];
    MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, from, array, 0, array.length);
    return new String(array, StandardCharsets.UTF_8);
  }

  private String text(int number) {
    var starts = section(Section.TEXT_STARTS);
    long from = starts.get(LONG, (long) Long.BYTES * number);
    long to = starts.get(LONG, (long) Long.BYTES * (number + 1));
    return text(section(Section.TEXT_BYTES), from, to);
  }

  /// The number of a name, or [#ABSENT].
  public int name(String name) {
    var wanted = name.getBytes(StandardCharsets.UTF_8);
    int low = 0;
    int high = names - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = compareName(middle, wanted);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return ABSENT;
  }

  private int compareName(int number, byte[] wanted) {
    long from = nameStarts.get(LONG, (long) Long.BYTES * number);
    long to = nameStarts.get(LONG, (long) Long.BYTES * (number + 1));
    int length = (int) Math.min(to - from, wanted.length);
    for (int i = 0; i < length; i++) {
      int order = Byte.compareUnsigned(nameBytes.get(ValueLayout.JAVA_BYTE, from + i), wanted[i]);
      if (order != 0) {
        return order;
      }
    }
    return Long.compare(to - from, wanted.length);
  }

  /// Compares a name with one of another release, by code points.
  int compareName(int number, PackedRelease other, int otherNumber) {
    long from = nameStarts.get(LONG, (long) Long.BYTES * number);
    long to = nameStarts.get(LONG, (long) Long.BYTES * (number + 1));
    long otherFrom = other.nameStarts.get(LONG, (long) Long.BYTES * otherNumber);
    long otherTo = other.nameStarts.get(LONG, (long) Long.BYTES * (otherNumber + 1));
    long at = MemorySegment.mismatch(nameBytes, from, to, other.nameBytes, otherFrom, otherTo);
    if (at < 0) {
      return 0;
    }
    if (from + at == to || otherFrom + at == otherTo) {
      return Long.compare(to - from, otherTo - otherFrom);
    }
    return Byte.compareUnsigned(
        nameBytes.get(ValueLayout.JAVA_BYTE, from + at),
        other.nameBytes.get(ValueLayout.JAVA_BYTE, otherFrom + at));
  }

  /// The number of the qualifiers of a claim, among the names.
  public int qualifiers(int claim) {
    return integer(Section.CLAIM_QUALIFIERS, claim);
  }

  /// The number of the text of the values of a claim; equal texts have equal numbers.
  public int values(int claim) {
    return integer(Section.CLAIM_VALUES, claim);
  }

  /// The values of a number that [#values(int)] gave.
  public Attributes valuesOf(int number) {
    return Attributes.decode(text(number));
  }

  /// The number of the subject of a claim.
  public int subject(int claim) {
    return integer(subjects, claim);
  }

  /// The number of the predicate of a claim.
  public int predicate(int claim) {
    return integer(Section.CLAIM_PREDICATES, claim);
  }

  /// The number of the object of a claim.
  public int object(int claim) {
    return integer(objects, claim);
  }

  /// Whether a claim is negated.
  public boolean isNegated(int claim) {
    return section(Section.CLAIM_FLAGS).get(ValueLayout.JAVA_BYTE, claim) == PackedLayout.NEGATED;
  }

  /// A claim with its texts.
  public Claim claim(int claim) {
    return new Claim(
        name(subject(claim)),
        name(predicate(claim)),
        name(object(claim)),
        isNegated(claim),
        Attributes.decode(name(integer(Section.CLAIM_QUALIFIERS, claim))),
        Attributes.decode(text(integer(Section.CLAIM_VALUES, claim))));
  }

  /// The lines that make a claim, ascending.
  public int[] lines(int claim) {
    int from = integer(Section.CLAIM_LINE_STARTS, claim);
    int to = integer(Section.CLAIM_LINE_STARTS, claim + 1);
    var lines = new int[to - from];
    for (int i = from; i < to; i++) {
      lines[i - from] = integer(Section.CLAIM_LINES, i);
    }
    return lines;
  }

  /// The first claim whose subject has at least this number; [#claims] where none has.
  public int claimsFrom(int subject) {
    return first(claims, claim -> integer(subjects, claim) >= subject);
  }

  /// The claims about an object, ascending.
  public int[] claimsAbout(int object) {
    int from = first(claims, i -> integer(objects, integer(byObject, i)) >= object);
    int to = first(claims, i -> integer(objects, integer(byObject, i)) > object);
    var found = new int[to - from];
    for (int i = from; i < to; i++) {
      found[i - from] = integer(byObject, i);
    }
    return found;
  }

  /// The first term whose concept has at least this number; [#terms] where none has.
  public int termsFrom(int id) {
    return first(terms, term -> integer(termIds, term) >= id);
  }

  private static int first(int count, java.util.function.IntPredicate isBehind) {
    int low = 0;
    int high = count;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (isBehind.test(middle)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /// The number of the concept of a term.
  public int termId(int term) {
    return integer(termIds, term);
  }

  /// The property of a term.
  public TermProperty property(int term) {
    return TermProperty.of(section(Section.TERM_PROPERTIES).get(ValueLayout.JAVA_BYTE, term));
  }

  /// A term with its texts.
  public Term term(int term) {
    return new Term(
        name(termId(term)),
        property(term),
        text(integer(Section.TERM_VALUES, term)),
        Attributes.decode(text(integer(Section.TERM_NOTES, term))));
  }

  /// The first line that says a term.
  public int termLine(int term) {
    return integer(Section.TERM_LINES, term);
  }

  @Override
  public void close() {
    arena.close();
  }
}
