@org.jspecify.annotations.NullMarked
package nl.steunpunt.support.mailbox;
