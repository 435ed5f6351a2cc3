package org.idiome.genomics.reference;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.SequencedSet;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.genomics.contig.Contigs;
import org.idiome.genomics.io.Input;
import org.idiome.genomics.io.Limits;
import org.idiome.genomics.io.Packing;
import org.jspecify.annotations.Nullable;

/// A FASTA file, plain or in BGZF, mapped into memory. For any number of threads.
///
/// An index beside it (`.fai`) is used where it is of this file; else the file is read once to find
/// its contigs. Closing it ends every sequence that it gave.
public final class ReferenceFasta implements Closeable {
  private static final byte[] UPPER = new byte[1 << 8];

  static {
    for (int letter = 0; letter < UPPER.length; letter++) {
      UPPER[letter] = (byte) (letter >= 'a' && letter <= 'z' ? letter - ('a' - 'A') : letter);
    }
  }

  private final SequenceBytes bytes;
  private final SequencedMap<String, Sequence> sequences = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  private ReferenceFasta(SequenceBytes bytes) {
    this.bytes = bytes;
  }

  /// Opens a file.
  ///
  /// @param name how problems call it
  /// @throws BadInputException where it is no FASTA file, or compressed other than in BGZF
  public static ReferenceFasta open(Path file, String name) throws IOException {
    var bytes = bytes(file, name);
    var reference = new ReferenceFasta(bytes);
    try {
      for (var entry : reference.entries(file, name)) {
        reference.sequences.put(entry.name(), new Sequence(entry, bytes));
      }
      return reference;
    } catch (IOException | RuntimeException e) {
      bytes.close();
      throw e;
    }
  }

  private static SequenceBytes bytes(Path file, String name) throws IOException {
    Packing packing;
    try (var input = Input.open(file, name, Limits.DEFAULT)) {
      packing = input.packing();
    }
    return switch (packing) {
      case PLAIN -> new PlainBytes(file);
      case BGZF -> new BlockBytes(file, name);
      case GZIP ->
          throw new BadInputException(
              Problem.of(ProblemCode.REFERENCE_NOT_BLOCKED, Place.file(name)));
    };
  }

  private List<FastaEntry> entries(Path file, String name) throws IOException {
    var index = file.resolveSibling(file.getFileName() + ".fai");
    if (Files.isRegularFile(index)) {
      var entries = FastaIndex.read(index, file, bytes);
      if (entries != null) {
        return entries;
      }
      problems.add(Problem.of(ProblemCode.REFERENCE_INDEX_OTHER, Place.file(name + ".fai")));
    }
    return new FastaScan(bytes, name).entries();
  }

  /// What was met that does not keep it from being used.
  public List<Problem> problems() {
    return List.copyOf(problems);
  }

  /// The names of its contigs, in its order.
  public SequencedSet<String> names() {
    return Collections.unmodifiableSequencedSet(sequences.sequencedKeySet());
  }

  /// A contig by its name in the file, or by another name of the same sequence (`1`, `chr1`,
  /// `NC_000001.11`) where its length says that it is that of the build; null where it has none.
  public @Nullable ReferenceSequence sequence(String name) {
    var own = sequences.get(name);
    if (own != null) {
      return own;
    }
    var known = Contigs.named(name);
    for (var other : sequences.entrySet()) {
      int length = other.getValue().lengthBases();
      var same = new ArrayList<>(Contigs.named(other.getKey()));
      same.retainAll(known);
      if (same.stream().anyMatch(one -> one.lengthBases() == length)) {
        return other.getValue();
      }
    }
    return null;
  }

  @Override
  public void close() {
    bytes.close();
  }

  /// A contig of the file.
  private record Sequence(FastaEntry entry, SequenceBytes bytes) implements ReferenceSequence {
    @Override
    public int lengthBases() {
      return entry.lengthBases();
    }

    @Override
    public byte base(int at0) {
      if (at0 < 0 || at0 >= entry.lengthBases()) {
        throw new IndexOutOfBoundsException(at0);
      }
      return UPPER[bytes.at(entry.place(at0)) & 0xff];
    }

    /// Line by line: a place for each base takes longer than the bases.
    @Override
    public void read(int start0, byte[] target, int length) {
      Objects.checkFromIndexSize(start0, length, entry.lengthBases());
      for (int done = 0; done < length; ) {
        int at0 = start0 + done;
        int part = Math.min(length - done, entry.lineBases() - at0 % entry.lineBases());
        bytes.read(entry.place(at0), target, done, part);
        done += part;
      }
      for (int i = 0; i < length; i++) {
        target[i] = UPPER[target[i] & 0xff];
      }
    }
  }
}
