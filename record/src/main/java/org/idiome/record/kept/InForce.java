package org.idiome.record.kept;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.idiome.core.canonical.Digester;
import org.idiome.core.observation.Layer;
import org.idiome.store.Remnants;
import org.idiome.store.Rows;
import org.idiome.store.Settlements;
import org.idiome.store.StoreReader;
import org.jspecify.annotations.Nullable;

/// What is in force of a person as of a batch; read whole when that is first asked for. For one
/// thread, while the store is open.
public final class InForce {
  private final StoreReader store;
  private final Rows.PersonRow row;
  private final List<Rows.IntakeRow> intakes;
  private final List<Settlements.Row> settlements;
  private final @Nullable Layer layer;
  private @Nullable KeptPerson read;

  private InForce(
      StoreReader store,
      Rows.PersonRow row,
      List<Rows.IntakeRow> intakes,
      List<Settlements.Row> settlements,
      @Nullable Layer layer) {
    this.store = store;
    this.row = row;
    this.intakes = intakes;
    this.settlements = settlements;
    this.layer = layer;
  }

  /// Finds it; null where nothing of the person was in force.
  ///
  /// Every dense file of theirs must be there, also one that nobody will ask for.
  ///
  /// @param batch see [StoreReader#batchBy]; [StoreReader#NEWEST] for everything
  /// @param layer the only one whose observations are read; null for all of them
  /// @throws org.idiome.store.folder.StoreFault where something that was in force then was erased
  ///   with somebody else, or is damaged
  public static @Nullable InForce of(
      StoreReader store, String id, long batch, @Nullable Layer layer) {
    var row = store.person(id);
    if (row == null) {
      return null;
    }
    Remnants.requireTold(store, row, batch);
    var intakes = store.intakes(row.person(), batch);
    intakes.forEach(intake -> store.requireParts(intake.intake()));
    return intakes.isEmpty()
        ? null
        : new InForce(store, row, intakes, Settlements.of(store, row.person(), batch), layer);
  }

  /// The person's id in the store.
  public String id() {
    return row.id();
  }

  /// Codes of the layers that are read, sorted.
  public List<String> layers() {
    var layers = new TreeSet<String>();
    for (var intake : intakes) {
      for (var segment : store.segments(intake.intake())) {
        if (layer == null || layer.code().equals(segment.layer())) {
          layers.add(segment.layer());
        }
      }
    }
    return List.copyOf(layers);
  }

  /// The person's number in the store.
  public long number() {
    return row.person();
  }

  /// Whom the pedigree of the latest input that has one names as parents, by [Parents].
  public Map<String, String> parents() {
    return parents(intakes);
  }

  /// The same of the inputs of somebody, as they came.
  public static Map<String, String> parents(List<Rows.IntakeRow> intakes) {
    var reader = new ContentReader(place -> place);
    for (var intake : intakes.reversed()) {
      if (intake.content().contains("\"pedigree\":[{")) {
        var content = Stored.of(intake.content());
        return Parents.of(
            content.list("pedigree", reader::relative), ContentReader.individual(content));
      }
    }
    return Map.of();
  }

  /// Begins a hash over all of it: what an input said never changes, only which inputs count.
  public Digester digest() {
    var digester = new Digester();
    for (var intake : intakes) {
      digester.integer(intake.intake()).integer(intake.batch()).text(intake.inputs().hex());
    }
    for (var settlement : settlements) {
      var said = settlement.said();
      digester.text(said.finding()).text(said.answer().hex()).text(said.by()).text(said.reason());
      digester.text(settlement.recorded());
    }
    return digester;
  }

  /// All of it.
  public KeptPerson person() {
    var known = read;
    if (known == null) {
      known = new PersonReading(store, row, intakes, layer).read(settlements);
      read = known;
    }
    return known;
  }
}
