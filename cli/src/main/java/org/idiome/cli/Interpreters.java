package org.idiome.cli;

import java.util.List;
import org.idiome.care.identity.IdentityInterpreter;
import org.idiome.care.inventory.InventoryInterpreter;
import org.idiome.care.laboratory.LaboratoryInterpreter;
import org.idiome.care.pharmacogenes.PharmacogeneInterpreter;
import org.idiome.knowledge.Knowledge;
import org.idiome.profile.Interpretation;
import org.idiome.profile.Interpreter;

/// Every interpreter of this release: one line each, and nothing found by searching.
final class Interpreters {
  private Interpreters() {}

  /// All of them over a snapshot.
  static Interpretation all(Knowledge knowledge, int threads) {
    return of(
        List.of(
            new IdentityInterpreter(),
            new InventoryInterpreter(),
            new LaboratoryInterpreter(),
            new PharmacogeneInterpreter()),
        knowledge,
        threads);
  }

  /// The one that calls named alleles, of files about whose owner nothing is known.
  static Interpretation pharmacogenes(Knowledge knowledge, int threads) {
    return of(List.of(new PharmacogeneInterpreter()), knowledge, threads);
  }

  /// The one that calls named alleles, of somebody whose samples may be in doubt.
  static Interpretation pharmacogenesOfPerson(Knowledge knowledge, int threads) {
    return of(
        List.of(new IdentityInterpreter(), new PharmacogeneInterpreter()), knowledge, threads);
  }

  private static Interpretation of(
      List<Interpreter> interpreters, Knowledge knowledge, int threads) {
    return new Interpretation(interpreters, knowledge, Release.software(), threads);
  }
}
