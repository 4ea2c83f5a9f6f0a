package conformance.comments;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.annotations.Comment;

@Embeddable
class Address {
    @Comment("with the number of the house")
    String street;

    String town;
}

@Entity
@Migratable
class Person {
    @Id
    Long id;

    @ElementCollection
    @Comment("what they are called")
    Set<String> names;

    @ElementCollection
    @OrderColumn
    @Comment("where they live")
    @Comment(on = "town", value = "of the post office")
    @Comment(on = "homes_order", value = "the best first")
    List<Address> homes;

    @ElementCollection
    @Comment(on = "notes", value = "the text")
    @Comment(on = "NOTES_KEY", value = "the title")
    @Comment(on = "person_notes", value = "gone")
    @Comment("what is known")
    Map<String, String> notes;

    @ManyToMany
    @JoinTable(name = "friendship", comment = "gone", inverseJoinColumns = @JoinColumn(name = "friend", comment = "gone"))
    @Comment("who likes whom")
    @Comment(on = "friend", value = "is liked")
    @Comment(on = "Person_id", value = "likes")
    Set<Person> friends;

    @OneToMany
    @JoinTable(name = "kinship")
    @Comment("whose child is whose")
    List<Person> children;
}
