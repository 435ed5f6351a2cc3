package org.idiome.knowledge.packed;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.BitSet;
import org.idiome.knowledge.release.Claim;
import org.idiome.knowledge.release.ReleaseSink;
import org.idiome.knowledge.release.RowCounts;
import org.idiome.knowledge.release.Term;

/// Takes what a reader of a source tells, and writes it as one sorted file. For one thread.
public final class ReleasePacker implements ReleaseSink, Closeable {
  private final ToldColumns told;
  private final RowTally tally = new RowTally();
  private int line;

  /// @param folder where texts are put aside; a file of it that is removed by [#close]
  public ReleasePacker(Path folder) throws IOException {
    this.told = new ToldColumns(new TextFile(folder.resolve("texts.tmp")));
  }

  @Override
  public void row(long number) {
    tally.row(number);
    at(number);
  }

  @Override
  public void at(long number) {
    line = Math.toIntExact(number);
  }

  @Override
  public void claim(Claim claim) {
    tally.says();
    try {
      told.add(claim, line, tally.lastRow());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void term(Term term) {
    tally.says();
    try {
      told.add(term, line, tally.lastRow());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void leaveOut(String rule) {
    tally.leaveOut(rule);
  }

  @Override
  public void refuse(String column, String value) {
    tally.refuse(line, column, value);
  }

  @Override
  public void unknownColumn(String name) {
    tally.unknownColumn(name);
  }

  @Override
  public void unknownValue(String column, String value) {
    tally.unknownValue(column, value);
  }

  @Override
  public void remark(String name) {
    tally.remark(line, name);
  }

  /// Writes the file, and says what became of the rows.
  public PackedSummary write(Path file) throws IOException {
    var first = new BitSet();
    long claims;
    long terms;
    try (var channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      var writer = new PackedWriter(told, first);
      writer.write(channel);
      channel.force(true);
      claims = writer.claims();
      terms = writer.terms();
    }
    return new PackedSummary(tally.counts(first), claims, terms, tally.notices());
  }

  /// What became of a release.
  ///
  /// @param claims distinct ones
  /// @param terms distinct ones
  public record PackedSummary(RowCounts rows, long claims, long terms, Notices notices) {}

  @Override
  public void close() throws IOException {
    told.close();
  }
}
