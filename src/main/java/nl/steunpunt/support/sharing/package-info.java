/** Whether the asker's own power user may read what was asked, also when others help. */
@org.jspecify.annotations.NullMarked
package nl.steunpunt.support.sharing;
