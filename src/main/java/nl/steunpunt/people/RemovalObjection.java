package nl.steunpunt.people;

import java.util.List;

/**
 * Asked before the undo of an import removes what that import brought. A module that holds
 * something made by or for one of them since (a question, a mandate) objects, and the undo is
 * refused: what pointed at them would point at nothing. What is derived from the directory is no
 * ground.
 */
public interface RemovalObjection {

  boolean objectsTo(Removal removal);

  record Removal(List<Long> persons, List<Long> departments, List<Long> locations) {}
}
