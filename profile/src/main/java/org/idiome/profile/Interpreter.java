package org.idiome.profile;

import java.util.List;
import java.util.SortedMap;
import org.idiome.core.canonical.Sha256;
import org.idiome.core.finding.Finding;
import org.idiome.knowledge.Knowledge;

/// Reads a profile and a snapshot, and returns findings.
///
/// Stateless and safe for several threads; the same arguments give the same findings.
public interface Interpreter {
  /// Stable name: first part of every key of its findings.
  String name();

  /// Changes whenever the same inputs may give other findings.
  String version();

  /// Digests of the rule tables that it carries, by name.
  SortedMap<String, Sha256> ruleTables();

  /// Everything that [#interpret] will read.
  Reads reads(Knowledge knowledge);

  /// What it finds, in any order; each question it was made to answer gets a finding, *not
  /// assessed* where the profile cannot answer it.
  ///
  /// @param earlier findings of the interpreters named in [Reads#findingsOf]
  List<Finding> interpret(Profile profile, Knowledge knowledge, Findings earlier);
}
