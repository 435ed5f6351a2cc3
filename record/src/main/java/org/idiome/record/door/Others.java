package org.idiome.record.door;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.idiome.core.canonical.Digester;
import org.idiome.core.time.When;
import org.idiome.genomics.identity.Elsewhere;
import org.idiome.record.kept.InForce;
import org.idiome.record.kept.KeptPerson;
import org.idiome.record.kept.WhoItIs;
import org.idiome.store.PersonSeals;
import org.idiome.store.Sharing;
import org.idiome.store.StoreReader;
import org.jspecify.annotations.Nullable;

/// What others of the store have in common with a person: samples of one name, one subject id; and
/// samples of the person's parents and children, see [Kin].
///
/// That two samples hold the same records is seen without reading anybody. For all else the other
/// is read, where the purpose has a basis for them too, with a row of the audit of their own; where
/// many are, with one row that is shown with everybody.
///
/// They are found by what inputs say of them. Where that is damaged of anybody, that nobody was
/// found says nothing (ADR 0020).
final class Others {
  /// Of so many a row of their own is written.
  private static final int MOST_ROWS = 10;

  private final Door door;
  private final long person;
  private final Kin kin;
  private final Set<String> noted = new HashSet<>();
  private @Nullable Boolean areDamaged;

  Others(Door door, InForce inForce) {
    this.door = door;
    this.person = inForce.number();
    this.kin = new Kin(door, inForce, this::areDamaged);
  }

  private StoreReader store() {
    return door.store();
  }

  private boolean mayBeRead(long other) {
    return door.basis(other).allows(door.asker().purpose());
  }

  /// Whether somebody may not be found by what an input says of them, because that is damaged.
  private boolean areDamaged() {
    var known = areDamaged;
    if (known == null) {
      known = store().mayLackSomebody() || !PersonSeals.notFoundSurely(store()).isEmpty();
      areDamaged = known;
    }
    return known;
  }

  /// Adds who has what in common to a running hash, and whether they may be read.
  void digestInto(Digester digester, long batch) {
    if (areDamaged()) {
      digester.text("damaged");
    }
    for (var one : Sharing.namesakes(store(), person, batch)) {
      digester.integer(one.segment()).integer(one.other()).integer(mayBeRead(one.person()) ? 1 : 0);
    }
    for (var one : Sharing.subjects(store(), person, batch)) {
      digester.integer(one.person()).integer(one.batch()).integer(mayBeRead(one.person()) ? 1 : 0);
      store().intakes(one.person(), batch).forEach(said -> digester.integer(said.intake()));
    }
    kin.digestInto(digester, batch);
  }

  /// The numbers of all of them, as of a batch.
  Set<Long> persons(long batch) {
    var persons = new TreeSet<Long>();
    Sharing.namesakes(store(), person, batch).forEach(one -> persons.add(one.person()));
    Sharing.subjects(store(), person, batch).forEach(one -> persons.add(one.person()));
    persons.addAll(kin.persons(batch));
    persons.remove(person);
    return persons;
  }

  /// All of it, as of a batch.
  ///
  /// @param as the person as of that batch, whose places in the sources it takes
  List<Elsewhere> read(KeptPerson as, long batch) {
    var read = new TreeMap<String, Set<Long>>();
    var all = new ArrayList<Elsewhere>(kin.read(as, batch, read));
    samples(as, batch, read, all);
    int before = 0;
    for (var one : Sharing.subjects(store(), person, batch)) {
      before++;
      boolean isRead = before <= Elsewhere.MOST_READ && mayBeRead(one.person());
      if (isRead) {
        read.computeIfAbsent("phenotype", _ -> new TreeSet<>()).add(one.person());
      }
      all.add(isRead ? read(one, batch) : unread(one));
    }
    if (areDamaged()) {
      all.add(new Elsewhere.Damaged());
    }
    read.forEach(this::note);
    return all;
  }

  private void samples(
      KeptPerson as, long batch, Map<String, Set<Long>> read, List<Elsewhere> into) {
    Map<Long, Integer> counted = new HashMap<>();
    for (var one : Sharing.namesakes(store(), person, batch)) {
      for (var own : as.variants()) {
        var sample = own.sample();
        if (own.segment() == one.segment() && sample != null) {
          int before = counted.merge(one.segment(), 1, Integer::sum);
          boolean isRead =
              before <= Elsewhere.MOST_READ && !one.isSame() && mayBeRead(one.person());
          if (isRead) {
            read.computeIfAbsent(Kin.LAYER, _ -> new TreeSet<>()).add(one.person());
          }
          var panel = isRead ? Sharing.panel(store(), one.other()) : "";
          into.add(
              new Elsewhere.OfSample(own.file(), sample, one.batch(), one.isSame(), isRead, panel));
        }
      }
    }
  }

  private Elsewhere.OfSubject read(Sharing.SameSubject one, long batch) {
    var sexes = new TreeSet<String>();
    var births = new ArrayList<When>();
    for (var intake : store().intakes(one.person(), batch)) {
      if (intake.subject().equals(one.subject())) {
        var who = WhoItIs.of(store(), intake);
        sexes.addAll(who.sexes());
        births.add(who.born());
      }
    }
    return new Elsewhere.OfSubject(one.subject(), one.batch(), true, List.copyOf(sexes), births);
  }

  private static Elsewhere.OfSubject unread(Sharing.SameSubject one) {
    return new Elsewhere.OfSubject(one.subject(), one.batch(), false, List.of(), List.of());
  }

  /// Of each once for what of them is read; before anything of it is told.
  private void note(String layer, Set<Long> others) {
    var fresh = others.stream().filter(other -> noted.add(layer + " " + other)).toList();
    if (fresh.size() > MOST_ROWS) {
      door.noteMany(layer);
    } else {
      fresh.forEach(other -> door.noteOther(store().personId(other), layer));
    }
  }
}
