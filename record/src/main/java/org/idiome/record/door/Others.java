package org.idiome.record.door;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.idiome.core.canonical.Digester;
import org.idiome.core.time.When;
import org.idiome.genomics.identity.Elsewhere;
import org.idiome.record.kept.InForce;
import org.idiome.record.kept.KeptPerson;
import org.idiome.record.kept.Parents;
import org.idiome.record.kept.WhoItIs;
import org.idiome.store.Sharing;
import org.idiome.store.StoreReader;

/// What others of the store have in common with a person: samples of one name, one subject id; and
/// samples of the person's parents, where both consented to the purpose `kin`.
///
/// That two samples hold the same records is seen without reading anybody. For all else the other
/// is read, where the purpose has a basis for them too, with a row of the audit of their own; where
/// many have it in common, the first of them.
final class Others {
  private final Door door;
  private final InForce inForce;
  private final long person;
  private final Set<String> noted = new HashSet<>();

  Others(Door door, InForce inForce) {
    this.door = door;
    this.inForce = inForce;
    this.person = inForce.number();
  }

  private StoreReader store() {
    return door.store();
  }

  private boolean mayBeRead(long other) {
    return door.basis(other).allows(door.asker().purpose());
  }

  /// Adds who has what in common to a running hash, and whether they may be read.
  void digestInto(Digester digester, long batch) {
    for (var one : Sharing.namesakes(store(), person, batch)) {
      digester.integer(one.segment()).integer(one.other()).integer(mayBeRead(one.person()) ? 1 : 0);
    }
    for (var one : Sharing.subjects(store(), person, batch)) {
      digester.integer(one.person()).integer(one.batch()).integer(mayBeRead(one.person()) ? 1 : 0);
    }
    inForce
        .parents()
        .forEach((parent, id) -> digester.text(parent(parent, id, batch).toJson().pretty()));
  }

  /// All of it, as of a batch.
  ///
  /// @param as the person as of that batch, whose places in the sources it takes
  List<Elsewhere> read(KeptPerson as, long batch) {
    var variants = as.variants();
    var all = new ArrayList<Elsewhere>();
    Parents.of(as.pedigree(), as.individual())
        .forEach((parent, id) -> {
          var found = parent(parent, id, batch);
          if (found.isRead()) {
            note(true, called(id, batch).getFirst(), "genome");
          }
          all.add(found);
        });
    Map<Long, Integer> read = new HashMap<>();
    for (var one : Sharing.namesakes(store(), person, batch)) {
      for (var own : variants) {
        var sample = own.sample();
        if (own.segment() == one.segment() && sample != null) {
          int before = read.merge(one.segment(), 1, Integer::sum);
          boolean isRead =
              before <= Elsewhere.MOST_READ && !one.isSame() && mayBeRead(one.person());
          var panel = isRead ? Sharing.panel(store(), one.other()) : "";
          note(isRead, one.person(), "genome");
          all.add(
              new Elsewhere.OfSample(own.file(), sample, one.batch(), one.isSame(), isRead, panel));
        }
      }
    }
    var subjects = Sharing.subjects(store(), person, batch);
    for (var one : subjects) {
      boolean isRead = subjects.size() <= Elsewhere.MOST_READ && mayBeRead(one.person());
      note(isRead, one.person(), "phenotype");
      all.add(isRead ? read(one, batch) : unread(one));
    }
    return all;
  }

  /// A parent, as far as the consent of both to the purpose goes. Where nobody of the store is
  /// called so, files tell the same.
  private Elsewhere.OfParent parent(String parent, String id, long batch) {
    var called = called(id, batch);
    if (called.isEmpty()) {
      return Elsewhere.OfParent.unknown(parent);
    }
    if (called.size() != 1) {
      return new Elsewhere.OfParent(parent, 0, Elsewhere.OfParent.Open.KIN_NOT_TOLD, "");
    }
    long other = called.getFirst();
    long came = store().intakes(other, batch).getFirst().batch();
    if (!isForKin(person) || !isForKin(other) || !mayBeRead(other)) {
      return new Elsewhere.OfParent(parent, came, Elsewhere.OfParent.Open.NO_KIN_CONSENT, "");
    }
    var panels = Sharing.panels(store(), other, batch);
    return panels.isEmpty()
        ? new Elsewhere.OfParent(parent, came, Elsewhere.OfParent.Open.NO_SAMPLE_OF_KIN, "")
        : new Elsewhere.OfParent(parent, came, null, panels.getFirst());
  }

  /// Others who are called so.
  private List<Long> called(String id, long batch) {
    return Sharing.called(store(), id, batch).stream().filter(one -> one != person).toList();
  }

  private boolean isForKin(long one) {
    return door.basis(one).allows(Purpose.KIN);
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

  /// Of each other person once for what of them is read.
  private void note(boolean isRead, long other, String layer) {
    if (isRead && noted.add(layer + " " + other)) {
      door.noteOther(store().personId(other), layer);
    }
  }
}
