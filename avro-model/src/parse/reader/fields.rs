//! The fields of a record.

use super::*;

impl<'j> Reader<'j, '_> {
    pub(super) fn fields(&mut self, task: &Task<'j>, node: u32, members: &Members<'j>, space: u32, path: u32) {
        let list = members.get("fields");
        let Some(list) = list.filter(|list| list.is_array()) else {
            return self.not_a_list(task, list, "record", "fields", "an array of fields", members, path);
        };
        let first = self.work.len();
        let mut indices: Vec<u32> = Vec::with_capacity(list.children().count());
        let mut names = std::mem::take(&mut self.names_room);
        names.clear();
        for field in list.children() {
            if let Some((index, name, task)) = self.field(field, node, space, path) {
                names.push((self.out.fields[index as usize].hash, indices.len() as u32, name));
                indices.push(index);
                self.work.push(Work::Read(task));
            }
        }
        self.work[first..].reverse();
        names.sort_unstable_by_key(|(hash, at, _)| (*hash, *at));
        for same_hash in names.chunk_by(|a, b| a.0 == b.0).filter(|names| names.len() > 1) {
            let mut seen = Unique::default();
            for (_, at, name) in same_hash {
                if !seen.insert(name) {
                    let range = self.out.spans.fields[indices[*at as usize] as usize].name.clone();
                    let message = format!("the record has the field {} twice", quote(name));
                    self.error("duplicate-name", range, path, message, None);
                }
            }
        }
        let mut by_hash: Vec<u8> = Vec::new();
        if u16::try_from(indices.len()).is_ok() {
            by_hash.reserve_exact(2 * names.len());
            names.iter().for_each(|(_, at, _)| by_hash.extend((*at as u16).to_le_bytes()));
        } else {
            by_hash.reserve_exact(4 * names.len());
            names.iter().for_each(|(_, at, _)| by_hash.extend(at.to_le_bytes()));
        }
        self.names_room = names;
        if let Kind::Record(record) = &mut self.out.nodes[node as usize].kind {
            record.fields = Fields::Pool(indices.into());
            record.by_hash = by_hash.into();
        }
    }

    pub(super) fn field(
        &mut self,
        node: Node<'j>,
        holder: u32,
        space: u32,
        path: u32,
    ) -> Option<(u32, &'j str, Task<'j>)> {
        if !node.is_object() {
            let message = format!("a field is {}, expected an object with \"name\" and \"type\"", node.describe());
            self.shape(node.range(), path, message, None);
            return None;
        }
        let members = self.members(node, path);
        let field = self.field_of(node, &members, holder, space, path);
        self.rooms.push(members.into_room());
        field
    }

    fn field_of(
        &mut self,
        node: Node<'j>,
        members: &Members<'j>,
        holder: u32,
        space: u32,
        path: u32,
    ) -> Option<(u32, &'j str, Task<'j>)> {
        let start = node.range().start..node.range().start + 1;
        let name = match members.get("name").map(|name| (name, name.as_str())) {
            Some((name, Some(text))) => Some((name, text)),
            Some((name, None)) => {
                let message = format!("the name of a field is {}, expected a string", name.describe());
                self.shape(name.range(), path, message, None);
                None
            }
            None => {
                self.shape(start.clone(), path, "the field needs a \"name\"", members.near("name"));
                None
            }
        };
        let path = match name {
            Some((_, text)) => self.out.paths.push(path, Step::Field(text)),
            None => path,
        };
        if let Some((name, text)) = name
            && let Some(problem) = self.rule.problem(text)
        {
            let message = format!("the name{} {problem}", details::shown(text));
            self.error("name-invalid", name.range(), path, message, details::would_be("a name", text));
        }
        let ty = members.get("type");
        if ty.is_none() {
            self.shape(start, path, "the field needs a \"type\", a schema", members.near("type"));
        }
        let order = self.order(members.get("order"), path);
        let aliases = match members.get("aliases") {
            None => Vec::new(),
            some => {
                let mut seen = Unique::default();
                let texts = self.alias_texts(some, path).into_iter();
                texts.filter(|(alias, _)| seen.insert(alias)).map(|(alias, _)| Str::from(alias)).collect()
            }
        };
        let (Some((name_node, name)), Some(ty)) = (name, ty) else { return None };
        if let Some(logical) = members.get("logicalType") {
            let range = logical.key_range().unwrap_or(logical.range());
            let message = "\"logicalType\" of a field means nothing, only that of its type does";
            let help = Some(format!(
                "write it into the type: \"type\": {{\"type\": .., \"logicalType\": {}}}",
                logical.compact()
            ));
            self.warn("logical-type-on-field", range, path, message, help.filter(|help| help.len() < 120));
        }
        let index = self.out.fields.len() as u32;
        let default = members.get("default");
        if let Some(value) = default {
            self.out.defaults.push(FieldDefault { field: index, holder, value, path, early: false });
        }
        self.out.fields.push(Field {
            name: Str::from(name),
            hash: hash(name),
            schema: MISSING,
            shape: Shape::UNKNOWN,
            default: default.map(attributes::json),
            order,
            aliases: aliases.into(),
            doc: members.get("doc").and_then(Node::as_str).map(Str::from),
            props: attributes::of_field(members.all()).into(),
        });
        self.out.spans.fields.push(FieldSpan { whole: node.range(), name: name_node.range(), ty: ty.range() });
        Some((index, name, Task { node: ty, target: Target::Field(index), space, path }))
    }
}
