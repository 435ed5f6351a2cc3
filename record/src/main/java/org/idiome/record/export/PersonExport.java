package org.idiome.record.export;

import java.io.IOException;
import java.util.SortedMap;
import java.util.TreeMap;
import org.idiome.core.observation.Statement;
import org.idiome.core.problem.Reach;
import org.idiome.core.time.When;
import org.idiome.record.door.OpenPerson;
import org.idiome.record.kept.KeptVariants;

/// Everything about one person, and what of it an import would not bring back.
public final class PersonExport {
  private final OpenPerson open;
  private final PacketWriter packet;
  private final LongTables tables;

  private PersonExport(OpenPerson open) {
    this.open = open;
    this.packet = new PacketWriter(open.person());
    this.tables = new LongTables(open.person(), packet);
  }

  /// What there is to write of a person; nothing is written yet.
  public static PersonExport of(OpenPerson open) {
    return new PersonExport(open);
  }

  /// How many observations there are.
  public long count() {
    var person = open.person();
    long count = person.statements().size();
    for (var columns : person.quantities().values()) {
      count += columns.size();
    }
    for (var variants : person.variants()) {
      count += open.store().observations(variants.segment());
    }
    return count;
  }

  /// What an import of the folder `record` does not bring back, by name, with how much of it.
  public SortedMap<String, Long> left() {
    var person = open.person();
    var left = new TreeMap<String, Long>();
    for (var statement : person.statements()) {
      if (!isHeld(statement)) {
        left.merge("statement: " + statement.kind(), 1L, Long::sum);
      }
    }
    tables.notHeld().forEach((layer, count) -> left.put("value: " + layer.code(), count));
    put(left, "specimen: details", packet.specimensNotHeld());
    var born = person.individual().born();
    boolean isBornLost = !(born instanceof When.NotStated) && PacketValues.stamp(born) == null;
    put(left, "date of birth", isBornLost ? 1 : 0);
    put(left, "check against the parents' samples", families());
    put(left, "file that was not taken in", notTaken());
    put(left, "settled doubt", person.settlements().size());
    put(left, "consent", open.basis().rows().size());
    return left;
  }

  /// The genotypes of relatives in a file are theirs: the store keeps what their comparison gave.
  private long families() {
    return open.person().variants().stream().filter(KeptVariants::hasFamily).count();
  }

  /// Files that the inputs name, and that were not there or refused: findings rest on that, too.
  private long notTaken() {
    return open.person().problems().stream()
        .filter(problem -> problem.reach() == Reach.FILE)
        .count();
  }

  private static void put(SortedMap<String, Long> left, String name, long count) {
    if (count > 0) {
      left.put(name, count);
    }
  }

  boolean isHeld(Statement statement) {
    return packet.isHeld(statement) || tables.holds(statement);
  }

  PacketWriter packet() {
    return packet;
  }

  LongTables tables() {
    return tables;
  }

  /// Writes all of it.
  public void write(ExportTarget target) throws IOException {
    new ExportFiles(open, this, target).write();
  }
}
