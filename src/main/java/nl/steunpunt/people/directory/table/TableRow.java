package nl.steunpunt.people.directory.table;

import java.util.List;

/**
 * @param line where a text editor or spreadsheet shows the row, from 1; a row that spans lines has
 *     its first
 */
public record TableRow(int line, List<Cell> cells) {

  public Cell cell(int column) {
    return column < cells.size() ? cells.get(column) : Cell.EMPTY;
  }

  public boolean isBlank() {
    return cells.stream().allMatch(Cell::isEmpty);
  }
}
