package org.idiome.cli;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.phenopackets.schema.v2.Family;
import org.phenopackets.schema.v2.Phenopacket;

/// Packets as protobuf reads them with the published schema: no member that it does not know, no
/// word, number or timestamp that it refuses.
final class PacketPeer {
  private PacketPeer() {}

  /// Holds that a file of ours is a phenopacket, or a family around one.
  static void require(Path file) throws IOException {
    var text = Files.readString(file);
    var message = JsonTree.of(text).has("proband") ? Family.newBuilder() : Phenopacket.newBuilder();
    try {
      JsonFormat.parser().merge(text, message);
    } catch (InvalidProtocolBufferException e) {
      throw new AssertionError(file + " is no phenopacket: " + e.getMessage(), e);
    }
  }
}
