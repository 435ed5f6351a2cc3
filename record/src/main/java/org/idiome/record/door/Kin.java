package org.idiome.record.door;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.idiome.core.canonical.Digester;
import org.idiome.genomics.identity.Elsewhere;
import org.idiome.genomics.identity.Elsewhere.OpenKin;
import org.idiome.record.kept.InForce;
import org.idiome.record.kept.KeptPerson;
import org.idiome.record.kept.Parents;
import org.idiome.store.Sharing;
import org.idiome.store.StoreReader;

/// Samples of a person's parents and children who are persons of the store too.
///
/// They are read where both consented to the purpose `kin` and the other may be read for the
/// purpose asked. Whose parents are whose, a child's own pedigree says.
final class Kin {
  /// What of them is read.
  static final String LAYER = "genome";

  private final Door door;
  private final InForce inForce;
  private final long person;

  /// Whether somebody may not be found, because what is kept of them is damaged.
  private final BooleanSupplier areDamaged;

  Kin(Door door, InForce inForce, BooleanSupplier areDamaged) {
    this.door = door;
    this.inForce = inForce;
    this.person = inForce.number();
    this.areDamaged = areDamaged;
  }

  private StoreReader store() {
    return door.store();
  }

  /// Adds what there is to a running hash.
  void digestInto(Digester digester, long batch) {
    inForce
        .parents()
        .forEach(
            (parent, id) -> digester.text(parent(person, parent, id, batch).toJson().pretty()));
    for (var child : children(batch, new TreeSet<>())) {
      digester.text(child.toJson().pretty());
    }
  }

  /// The numbers of parents, children, and of the children's other parents.
  Set<Long> persons(long batch) {
    var persons = new TreeSet<Long>();
    inForce.parents().values().forEach(id -> persons.addAll(called(id, person, batch)));
    for (long child : Sharing.children(store(), person, batch)) {
      persons.add(child);
      InForce.parents(store().intakes(child, batch))
          .values()
          .forEach(id -> persons.addAll(called(id, child, batch)));
    }
    return persons;
  }

  /// Parents and children as of a batch.
  ///
  /// @param as the person as of that batch
  /// @param read takes who is read, by layer
  List<Elsewhere> read(KeptPerson as, long batch, Map<String, Set<Long>> read) {
    var others = new TreeSet<Long>();
    var all = new ArrayList<Elsewhere>();
    Parents.of(as.pedigree(), as.individual())
        .forEach((parent, id) -> {
          var found = parent(person, parent, id, batch);
          if (found.isRead()) {
            others.add(called(id, person, batch).getFirst());
          }
          all.add(found);
        });
    all.addAll(children(batch, others));
    if (!others.isEmpty()) {
      read.computeIfAbsent(LAYER, _ -> new TreeSet<>()).addAll(others);
    }
    return all;
  }

  /// A parent of a child. Where nobody of the store is called so, files tell the same.
  private Elsewhere.OfParent parent(long child, String parent, String id, long batch) {
    var called = called(id, child, batch);
    if (called.isEmpty()) {
      return areDamaged.getAsBoolean()
          ? Elsewhere.OfParent.open(parent, 0, OpenKin.KIN_DAMAGED)
          : Elsewhere.OfParent.unknown(parent);
    }
    if (called.size() != 1) {
      return Elsewhere.OfParent.open(parent, 0, OpenKin.KIN_NOT_TOLD);
    }
    long other = called.getFirst();
    long came = store().intakes(other, batch).getFirst().batch();
    if (!isForKin(child) || !isForKin(other) || !mayBeRead(other)) {
      return Elsewhere.OfParent.open(parent, came, OpenKin.NO_KIN_CONSENT);
    }
    var panels = Sharing.panels(store(), other, batch);
    return panels.isEmpty()
        ? Elsewhere.OfParent.open(parent, came, withoutSample())
        : new Elsewhere.OfParent(parent, came, null, panels);
  }

  /// The children whose pedigree names the person; none where the person has no sample, of which
  /// alone it is asked.
  ///
  /// @param read takes who is read
  private List<Elsewhere.OfChild> children(long batch, Set<Long> read) {
    var children = new ArrayList<Elsewhere.OfChild>();
    if (!Sharing.hasSample(store(), person, batch)) {
      return children;
    }
    for (long child : Sharing.children(store(), person, batch)) {
      var intakes = store().intakes(child, batch);
      intakes.forEach(store()::requireSame);
      var parents = InForce.parents(intakes);
      parents.forEach((parent, id) -> {
        var called = called(id, child, batch);
        if (called.contains(person)) {
          long came = intakes.getFirst().batch();
          children.add(
              called.size() == 1
                  ? child(child, parent, came, parents, batch, read)
                  : Elsewhere.OfChild.open(parent, came, OpenKin.KIN_NOT_TOLD));
        }
      });
    }
    return children;
  }

  private Elsewhere.OfChild child(
      long child,
      String parent,
      long came,
      Map<String, String> parents,
      long batch,
      Set<Long> read) {
    if (!isForKin(person) || !isForKin(child) || !mayBeRead(child)) {
      return Elsewhere.OfChild.open(parent, came, OpenKin.NO_KIN_CONSENT);
    }
    var panels = Sharing.panels(store(), child, batch);
    if (panels.isEmpty()) {
      return Elsewhere.OfChild.open(parent, came, withoutSample());
    }
    read.add(child);
    var beside = parent.equals("father") ? "mother" : "father";
    var id = parents.get(beside);
    var other = id == null ? null : parent(child, beside, id, batch);
    if (other != null && id != null && other.isRead()) {
      read.add(called(id, child, batch).getFirst());
    }
    return new Elsewhere.OfChild(
        parent, came, null, panels, other == null ? List.of() : other.panels());
  }

  /// Of samples that are not there nobody knows that they never were, while anybody is damaged.
  private OpenKin withoutSample() {
    return areDamaged.getAsBoolean() ? OpenKin.KIN_DAMAGED : OpenKin.NO_SAMPLE_OF_KIN;
  }

  /// Others than a child who are called so.
  private List<Long> called(String id, long child, long batch) {
    return Sharing.called(store(), id, batch).stream().filter(one -> one != child).toList();
  }

  private boolean isForKin(long one) {
    return door.basis(one).allows(Purpose.KIN);
  }

  private boolean mayBeRead(long other) {
    return door.basis(other).allows(door.asker().purpose());
  }
}
