//! Protocols: named types and messages (Avro specification, "Protocol Declaration"), from `.avpr` files and from IDL.

use super::*;

/// Parameters stand in no record.
const NO_RECORD: u32 = u32::MAX;

impl<'j, 't> Reader<'j, 't> {
    /// Reads a protocol. Of its messages only the types are looked at: they are no part of a schema. In a tree that stands
    /// for IDL (`idl`) a `schema` is the root of the text, and there need not be a protocol.
    pub(in crate::parse) fn read_protocol(&mut self, root: Option<Node<'j>>, errors: Collector<'t>, idl: bool) {
        self.begin(errors, idl);
        let Some(root) = root else { return };
        if !root.is_object() {
            let message = format!("found {}, expected a protocol: an object", root.describe());
            return self.shape(root.range(), NO_PATH, message, None);
        }
        let members = self.members(root, NO_PATH);
        let name = members.get("protocol");
        if !idl && name.is_none_or(|name| name.as_str().is_none()) {
            let start = root.range().start..root.range().start + 1;
            let range = name.map_or(start, Node::range);
            let help = members.near("protocol");
            self.shape(range, NO_PATH, "the protocol needs a \"protocol\", its name", help);
        }
        let namespace = members.get("namespace").and_then(Node::as_str).unwrap_or_default();
        let space = match name.and_then(Node::as_str).and_then(|name| name.rsplit_once('.')) {
            Some((space, _)) => space,
            None => namespace,
        };
        let problem = (!space.is_empty())
            .then(|| space.split('.').find_map(|part| Some((part, self.rule.problem(part)?))))
            .flatten();
        if let (Some((part, problem)), Some(node)) = (&problem, members.get("namespace").or(name)) {
            let message = format!("the part {} of the namespace {problem}", quote(part));
            self.error("name-invalid", node.range(), NO_PATH, message, None);
        }
        // in a bad namespace no name would be found
        let space = self.space(if problem.is_some() { "" } else { space });
        let mut tasks: Vec<Work<'j>> = Vec::new();
        let task = |node, target, path| Work::Read(Task { node, target, space, path });
        match members.get("types") {
            Some(types) if types.is_array() => {
                tasks.extend(types.children().map(|node| task(node, Target::Nowhere, NO_PATH)));
            }
            Some(types) => {
                let message = format!("\"types\" is {}, expected an array of schemas", types.describe());
                self.shape(types.range(), NO_PATH, message, None);
            }
            None => {}
        }
        match members.get("messages") {
            Some(messages) if messages.is_object() => {
                for message in self.members(messages, NO_PATH).iter() {
                    self.message(message, space, &mut tasks);
                }
            }
            Some(messages) => {
                let message = format!("\"messages\" is {}, expected an object", messages.describe());
                self.shape(messages.range(), NO_PATH, message, None);
            }
            None => {}
        }
        let main = members.get("schema").filter(|_| idl);
        tasks.extend(main.map(|node| task(node, Target::Root(self.file as u32), NO_PATH)));
        self.work.extend(tasks.into_iter().rev());
        self.run();
    }

    fn message(&mut self, node: Node<'j>, space: u32, tasks: &mut Vec<Work<'j>>) {
        let name = node.key().unwrap_or_default();
        let path = self.out.paths.push(NO_PATH, Step::Type(name));
        if !node.is_object() {
            let message = format!("the message {} is {}, expected an object", quote(name), node.describe());
            return self.shape(node.range(), path, message, None);
        }
        let members = self.members(node, path);
        let start = node.range().start..node.range().start + 1;
        match members.get("request") {
            Some(request) if request.is_array() => {
                let mut seen = Unique::default();
                for parameter in request.children() {
                    let Some((index, name, task)) = self.field(parameter, NO_RECORD, space, path) else { continue };
                    if !seen.insert(name) {
                        let range = self.out.spans.fields[index as usize].name.clone();
                        let message = format!("the message has the parameter {} twice", quote(name));
                        self.error("duplicate-name", range, path, message, None);
                    }
                    tasks.push(Work::Read(task));
                }
            }
            request => {
                let range = request.map_or(start, Node::range);
                let help = members.near("request").filter(|_| request.is_none());
                self.shape(range, path, "the message needs \"request\", an array of parameters", help);
            }
        }
        let one_way = members.get("one-way").is_some_and(|node| node.value() == Value::Bool(true));
        let response = members.get("response");
        if let Some(node) = response.filter(|node| one_way && node.as_str() != Some("null")) {
            self.shape(node.range(), path, "a one-way message has no response, so its type is null", None);
        }
        tasks.extend(response.map(|node| Work::Read(Task { node, target: Target::Nowhere, space, path })));
        match members.get("errors") {
            Some(errors) if errors.is_array() => {
                tasks.extend(
                    errors.children().map(|node| Work::Read(Task { node, target: Target::Nowhere, space, path })),
                );
            }
            Some(errors) => {
                let message = format!("\"errors\" is {}, expected an array of schemas", errors.describe());
                self.shape(errors.range(), path, message, None);
            }
            None => {}
        }
    }
}
