package org.idiome.knowledge.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Keeps what a reader of a source tells, to be looked at.
public final class ToldRelease implements ReleaseSink {
  /// A claim and the line that makes it.
  public record ToldClaim(long line, Claim claim) {}

  /// A statement about a concept and the line that makes it.
  public record ToldTerm(long line, Term term) {}

  private final List<ToldClaim> claims = new ArrayList<>();
  private final List<ToldTerm> terms = new ArrayList<>();
  private final List<String> refused = new ArrayList<>();
  private final Map<String, Long> leftOut = new TreeMap<>();
  private final Map<String, Long> remarks = new TreeMap<>();
  private final Map<String, Long> unknownValues = new TreeMap<>();
  private final List<String> unknownColumns = new ArrayList<>();
  private long rows;
  private long line;

  @Override
  public void row(long number) {
    rows++;
    line = number;
  }

  @Override
  public void at(long number) {
    line = number;
  }

  @Override
  public void claim(Claim claim) {
    claims.add(new ToldClaim(line, claim));
  }

  @Override
  public void term(Term term) {
    terms.add(new ToldTerm(line, term));
  }

  @Override
  public void leaveOut(String rule) {
    leftOut.merge(rule, 1L, Long::sum);
  }

  @Override
  public void refuse(String column, String value) {
    refused.add(line + " " + column + " " + value);
  }

  @Override
  public void unknownColumn(String name) {
    unknownColumns.add(name);
  }

  @Override
  public void unknownValue(String column, String value) {
    unknownValues.merge(column + "=" + value, 1L, Long::sum);
  }

  @Override
  public void remark(String name) {
    remarks.merge(name, 1L, Long::sum);
  }

  /// Rows begun.
  public long rows() {
    return rows;
  }

  /// In the order told.
  public List<ToldClaim> claims() {
    return claims;
  }

  /// In the order told.
  public List<ToldTerm> terms() {
    return terms;
  }

  /// The values of a property of a concept, in the order told.
  public List<String> values(String id, TermProperty property) {
    return terms.stream()
        .map(ToldTerm::term)
        .filter(term -> term.id().equals(id) && term.property() == property)
        .map(Term::value)
        .toList();
  }

  /// `line column value` of each row that was refused.
  public List<String> refused() {
    return refused;
  }

  /// Rows by the rule that left them out.
  public Map<String, Long> leftOut() {
    return leftOut;
  }

  /// Remarks by name.
  public Map<String, Long> remarks() {
    return remarks;
  }

  /// `column=value` and how often.
  public Map<String, Long> unknownValues() {
    return unknownValues;
  }

  /// In the order told.
  public List<String> unknownColumns() {
    return unknownColumns;
  }
}
