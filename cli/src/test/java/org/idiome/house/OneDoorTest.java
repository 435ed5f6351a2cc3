package org.idiome.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import org.idiome.core.observation.Layer;
import org.idiome.record.kept.KeptPerson;
import org.idiome.store.Consents;
import org.idiome.store.Store;
import org.idiome.store.StoreReader;
import org.idiome.store.journal.Journal;
import org.junit.jupiter.api.Test;

/// A person who is kept is read through one door, which leaves a row of the audit.
class OneDoorTest {
  private static final String[] BEHIND = {"org.idiome.store..", "org.idiome.record.."};

  @Test
  void nobodyAboveOpensAStoreForReading() {
    noClasses()
        .that()
        .resideOutsideOfPackages(BEHIND)
        .should()
        .callMethod(Store.class, "read")
        .orShould()
        .callMethod(
            KeptPerson.class, "read", StoreReader.class, String.class, long.class, Layer.class)
        .check(House.CLASSES);
  }

  /// Within the module that keeps persons, only the door does.
  @Test
  void nobodyButTheDoorOpensAPerson() {
    noClasses()
        .that()
        .resideOutsideOfPackages("org.idiome.store..", "org.idiome.record.door..")
        .should()
        .callMethod(Store.class, "read")
        .check(House.CLASSES);
  }

  @Test
  void nobodyAboveWritesTheJournal() {
    noClasses()
        .that()
        .resideOutsideOfPackages(BEHIND)
        .should()
        .dependOnClassesThat()
        .areAssignableTo(Journal.class)
        .check(House.CLASSES);
  }

  @Test
  void nobodyAboveReadsConsentPastTheDoor() {
    noClasses()
        .that()
        .resideOutsideOfPackages(BEHIND)
        .should()
        .callMethod(Consents.class, "of", StoreReader.class, long.class)
        .check(House.CLASSES);
  }
}
