package org.idiome.record.phenopacket;

import java.util.List;
import org.idiome.core.observation.Individual;
import org.idiome.core.observation.Quantity;
import org.idiome.core.observation.Specimen;
import org.idiome.core.observation.Statement;
import org.idiome.core.source.SourceRow;

/// What a phenopacket or family says of one person, in the order of the file.
///
/// @param files offered for reading; nothing of them was opened
/// @param pedigree empty where there is none, or where it is not possible
/// @param counts what became of the items, by block
/// @param notUnderstood members that are not in the schema, for citing; the first 10,000
public record Packet(
    Origin origin,
    Individual individual,
    List<Specimen> specimens,
    List<Statement> statements,
    List<Quantity> quantities,
    List<PacketFile> files,
    List<PedigreePerson> pedigree,
    List<BlockCount> counts,
    List<SourceRow> notUnderstood) {

  /// Copies the lists.
  public Packet {
    specimens = List.copyOf(specimens);
    statements = List.copyOf(statements);
    quantities = List.copyOf(quantities);
    files = List.copyOf(files);
    pedigree = List.copyOf(pedigree);
    counts = List.copyOf(counts);
    notUnderstood = List.copyOf(notUnderstood);
  }
}
