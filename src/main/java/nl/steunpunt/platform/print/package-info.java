/** What is printed: a paper on the organisation's letterhead, as a PDF that can be read aloud. */
@org.jspecify.annotations.NullMarked
package nl.steunpunt.platform.print;
