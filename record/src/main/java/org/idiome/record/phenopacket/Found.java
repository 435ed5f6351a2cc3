package org.idiome.record.phenopacket;

import java.util.ArrayList;
import java.util.List;
import org.idiome.core.observation.Quantity;
import org.idiome.core.observation.Specimen;
import org.idiome.core.observation.Statement;

/// What one item of a packet turned into; joined to the rest once the item was read whole.
final class Found {
  final List<Statement> statements = new ArrayList<>();
  final List<Quantity> quantities = new ArrayList<>();
  final List<Specimen> specimens = new ArrayList<>();
  final List<PacketFile> files = new ArrayList<>();

  void addAll(Found other) {
    statements.addAll(other.statements);
    quantities.addAll(other.quantities);
    specimens.addAll(other.specimens);
    files.addAll(other.files);
  }
}
