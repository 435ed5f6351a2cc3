package org.idiome.genomics.region;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.idiome.genomics.io.Input;
import org.idiome.genomics.io.Limits;
import org.idiome.genomics.io.LineReader;
import org.idiome.genomics.region.VariantIndex.Chunk;
import org.jspecify.annotations.Nullable;

/// The parts of a file that may hold lines of the regions, in its order. For one thread.
final class LineParts implements Closeable {
  /// A part.
  ///
  /// @param contig on which all of its lines are; empty where they are on any
  record Part(LineReader lines, String contig) {}

  private record Place(Chunk chunk, String contig) {}

  private final Iterator<Place> places;
  private final @Nullable FileChannel file;
  private final String name;
  private final Limits limits;
  private @Nullable LineReader all;
  private @Nullable LineReader open;

  private LineParts(List<Place> places, @Nullable FileChannel file, String name, Limits limits) {
    this.places = places.iterator();
    this.file = file;
    this.name = name;
    this.limits = limits;
  }

  /// All of a file as one part.
  static LineParts all(LineReader lines) {
    var parts = new LineParts(List.of(), null, "", Limits.DEFAULT);
    parts.all = lines;
    return parts;
  }

  /// Those that an index names.
  static LineParts of(
      Path file, String name, Limits limits, VariantIndex index, WantedRegions wanted)
      throws IOException {
    var places = new ArrayList<Place>();
    for (var contig : index.contigs()) {
      var chunks = new ArrayList<Chunk>();
      for (var stretch : wanted.on(contig)) {
        chunks.addAll(index.chunks(contig, stretch));
      }
      for (var chunk : VariantIndex.joined(chunks)) {
        places.add(new Place(chunk, contig));
      }
    }
    places.sort((one, other) -> Long.compareUnsigned(one.chunk().from(), other.chunk().from()));
    return new LineParts(places, FileChannel.open(file), name, limits);
  }

  /// The next part; null behind the last.
  @Nullable Part next() throws IOException {
    var whole = all;
    if (whole != null) {
      all = null;
      open = whole;
      return new Part(whole, "");
    }
    closeOpen();
    var channel = file;
    if (channel == null || !places.hasNext()) {
      return null;
    }
    var place = places.next();
    var lines =
        new LineReader(
            Input.of(new BlockParts(channel, name, place.chunk()), name, limits), limits);
    open = lines;
    return new Part(lines, place.contig());
  }

  private void closeOpen() throws IOException {
    if (open != null) {
      open.close();
      open = null;
    }
  }

  @Override
  public void close() throws IOException {
    closeOpen();
    if (all != null) {
      all.close();
    }
    if (file != null) {
      file.close();
    }
  }
}
