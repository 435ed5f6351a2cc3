package org.idiome.record.export;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.idiome.core.problem.Problems;
import org.idiome.core.source.Locator;
import org.idiome.core.source.SourceRow;
import org.idiome.core.source.Sources;
import org.idiome.genomics.io.Input;
import org.idiome.genomics.io.Limits;
import org.idiome.record.json.JsonLimits;
import org.idiome.record.json.JsonReader;
import org.idiome.record.phenopacket.Packet;
import org.idiome.record.phenopacket.PhenopacketReader;

/// A packet as the reader of packets takes it: what an import of it would bring.
record ReadBack(Packet packet, Sources sources) {
  private static final String PROBAND = "/proband";

  static ReadBack of(String packet) {
    var sources = new Sources();
    int file = sources.open("phenopacket.json");
    var bytes = new ByteArrayInputStream(packet.getBytes(StandardCharsets.UTF_8));
    try (var input = Input.of(bytes, "phenopacket.json", Limits.DEFAULT)) {
      var document = JsonReader.read(input, JsonLimits.DEFAULT);
      return new ReadBack(
          PhenopacketReader.read(document, "phenopacket.json", file, sources, new Problems()),
          sources);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The pointer of the item that a row stands in, such as `/biosamples/0/measurements/2`.
  String item(SourceRow row) {
    var pointer = sources.locator(row) instanceof Locator.Pointer(var text, var _) ? text : "";
    boolean isProband = pointer.startsWith(PROBAND + "/");
    var parts = (isProband ? pointer.substring(PROBAND.length()) : pointer).split("/", -1);
    int depth =
        parts.length > 4 && parts[1].equals("biosamples") && !parts[3].equals("files") ? 5 : 3;
    return String.join("/", Arrays.copyOf(parts, Math.min(depth, parts.length)));
  }
}
